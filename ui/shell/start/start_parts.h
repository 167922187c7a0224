// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"

#include <QWidget>

namespace cs::ui {

class Label;

/// The program's mark, sharp at every scale.
class AppMark final : public QWidget {
    Q_OBJECT
public:
    explicit AppMark(QWidget* parent = nullptr);
    QSize sizeHint() const override { return {scaled(56), scaled(56)}; }

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// One way to start: icon, title, a few words, a button with its keys.
class StartCard final : public QWidget {
    Q_OBJECT
public:
    enum class Weight { First, Other };
    StartCard(Weight weight, const QString& icon, const QKeySequence& keys, QWidget* parent = nullptr);
    void setWords(const QString& title, const QString& text, const QString& verb);

Q_SIGNALS:
    void chosen();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Weight m_weight;
    QString m_icon;
    QKeySequence m_keys;
    Label* m_title;
    Label* m_text;
    Button* m_button;
};

/// State of the keychain in one line, with one step.
class KeychainStrip final : public QWidget {
    Q_OBJECT
public:
    explicit KeychainStrip(QWidget* parent = nullptr);
    /// An empty @p step hides the button.
    void show(const QString& icon, Role role, const QString& sentence, const QString& second, const QString& step);
    using QWidget::show;

Q_SIGNALS:
    void detailsRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    Role m_role = Role::Muted;
    Label* m_sentence;
    Label* m_second;
    Button* m_step;
};

} // namespace cs::ui
