// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace cs::ui {

/// One part of a filter with a cross: a click, Delete or Space removes it.
class TokenChip final : public QAbstractButton {
    Q_OBJECT
public:
    explicit TokenChip(const QString& token, QWidget* parent = nullptr);
    const QString& token() const { return m_token; }
    /// Underlined: understood, and yet no version can match it.
    void setFault(const QString& sentence);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QString m_token;
    QString m_fault;
};

} // namespace cs::ui
