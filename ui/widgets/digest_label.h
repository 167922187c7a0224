// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace cs::ui {

/// A digest, key or id in mono, shortened by rule and read left to right; a click copies the whole of it.
/// The copy button shows while the label is hovered or focused; its place is always kept.
class DigestLabel final : public QWidget {
    Q_OBJECT
public:
    /// @param what names the thing for screen readers and the notice, for example "Snapshot".
    explicit DigestLabel(const QString& digest = {}, const QString& what = {}, QWidget* parent = nullptr);
    void setDigest(const QString& digest, const QString& what = {});
    const QString& digest() const { return m_digest; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

public Q_SLOTS:
    /// Puts the whole value on the clipboard.
    void copy();

Q_SIGNALS:
    void copied(const QString& what, const QString& digest);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    QString m_digest;
    QString m_what;
};

} // namespace cs::ui
