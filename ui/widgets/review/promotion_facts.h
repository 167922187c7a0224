// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"
#include "ui/widgets/theme/theme.h"

#include <QLayout>
#include <QList>
#include <QWidget>

class QScrollArea;

namespace cs::ui {

class Label;

/// An icon of the set as a widget; decoration, so screen readers pass it by.
class IconLabel final : public QWidget {
    Q_OBJECT
public:
    explicit IconLabel(const QString& name, Role role = Role::Muted, QWidget* parent = nullptr, int side = 16);
    void setIcon(const QString& name, Role role);
    QSize sizeHint() const override { return {scaled(m_side), scaled(m_side)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    Role m_role;
    int m_side;
};

/// A separator of one pixel.
class Line final : public QWidget {
    Q_OBJECT
public:
    explicit Line(Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// A plain panel of one colour role.
class Panel : public QWidget {
    Q_OBJECT
public:
    explicit Panel(Role role, QWidget* parent = nullptr);
    /// Draws a separator along the top.
    void setTopLine(bool on) { m_topLine = on; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Role m_role;
    bool m_topLine = false;
};

/// Badge and role of a person, the printed name in the tool tip.
QWidget* makePersonLine(const query::PersonView& person, QWidget* parent = nullptr);
/// "Canary → Production" with the icons of the stages.
QWidget* makeTransitionLine(const query::PromotionView& promotion, QWidget* parent = nullptr);
/// Items one after the other in reading direction, in as many lines as the width needs.
class FlowLayout final : public QLayout {
public:
    explicit FlowLayout(int gap, QWidget* parent = nullptr);
    ~FlowLayout() override;
    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place(QRect(0, 0, width, 0), false); }
    /// All in one line; it takes more when there is less room.
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    Qt::Orientations expandingDirections() const override { return {}; }
    void setGeometry(const QRect& rect) override;

private:
    int place(const QRect& rect, bool move) const;
    void placeLine(const QRect& rect, int first, int last, int y, int height) const;

    QList<QLayoutItem*> m_items;
    int m_gap;
};

/// Tags, "Proposed 2 d ago by" and the proposer, appended to @p row.
void addProposalFacts(QLayout* row, const query::PromotionView& promotion, UtcTime now);

/// Lets the surface behind a scroll area show through; call it after setWidget().
void makeClear(QScrollArea* scroll);

/// Deletes all items and widgets of a layout.
void clearLayout(QLayout* layout);

} // namespace cs::ui
