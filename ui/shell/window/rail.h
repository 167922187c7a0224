// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace cs::ui {

class RailItem;

/// The way between the screens: one entry each with its counter, in the groups of rail_order.h; "Go to" above, Settings
/// and Help below.
/// Under 1100 px of window width it shows icons alone, with tool tips.
class Rail final : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);

    void addEntry(const QByteArray& id, const QString& text, const QString& icon);
    void setText(const QByteArray& id, const QString& text);
    /// 0 hides the counter.
    void setCounter(const QByteArray& id, int count, bool waitsForMe);
    void setCurrent(const QByteArray& id);
    /// An entry at the foot that starts something instead of going somewhere.
    void addFoot(const QByteArray& id, const QString& text, const QString& icon);
    QList<QByteArray> entries() const;
    void setCompact(bool compact);
    bool isCompact() const { return m_compact; }

Q_SIGNALS:
    void chosen(const QByteArray& id);
    void footChosen(const QByteArray& id);
    void searchRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    RailItem* itemOf(const QByteArray& id) const;
    void arrange();
    void fit();

    QVBoxLayout* m_entries;
    QVBoxLayout* m_foot;
    QList<RailItem*> m_items; // in the order of the rail
    QList<QWidget*> m_headings;
    QList<RailItem*> m_footItems;
    RailItem* m_search;
    bool m_compact = false;
};

} // namespace cs::ui
