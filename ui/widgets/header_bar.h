// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QHBoxLayout;

namespace cs::ui {

class Button;
class Label;

/// One step of the way back. An empty id is where we are: text, not a link.
struct Crumb {
    QString id;
    QString text;
};

/// The head of a page: breadcrumb above; title, state chip and facts; actions at the end, the primary last.
class HeaderBar final : public QWidget {
    Q_OBJECT
public:
    explicit HeaderBar(QWidget* parent = nullptr);

    void setCrumbs(const QList<Crumb>& crumbs);
    /// Elides in the middle if it must; the whole is in the tool tip.
    void setTitle(const QString& title);
    QString title() const;
    /// Takes ownership; replaces and deletes the chip before. Null removes it.
    void setChip(QWidget* chip);
    /// A short sentence beside the title, small and muted.
    void setFacts(const QString& facts);
    /// Adds an action at the end; takes ownership.
    void addAction(Button* button);
    using QWidget::addAction;

Q_SIGNALS:
    void crumbActivated(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_crumbs;
    QHBoxLayout* m_titleRow;
    QHBoxLayout* m_actions;
    Label* m_title;
    Label* m_facts;
    QWidget* m_chip = nullptr;
};

} // namespace cs::ui
