// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"

#include <QWidget>

class QGridLayout;
class QStackedWidget;
class QVBoxLayout;

namespace cs::ui {

class Button;
class Face;
class Label;

/// What the current item of the inbox is about: a promotion with what is left and how it compares, or a short account
/// of something else with the way to it.
class InboxDetail final : public QWidget {
    Q_OBJECT
public:
    explicit InboxDetail(QWidget* parent = nullptr);

    void showNothing();
    void showItem(const query::InboxItem& item, UtcTime now);
    void showPromotion(const query::InboxItem& item, const query::PromotionView& promotion, UtcTime now);
    void showLoading();
    Face* face() { return m_face; } ///< for errors
    bool isFaceShown() const;
    void showFace();
    Button* reviewButton() { return m_review; }

Q_SIGNALS:
    void reviewAsked();
    void entryAsked();
    void copyAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void addHead(const QString& title, QWidget* chip);
    void addLeft(const query::PromotionView& promotion);
    void addMetrics(const query::PromotionView& promotion);
    void addRow(QGridLayout* grid, int row, const query::GateNode& node);
    void begin();
    void retranslate();
    void finish(bool hasPage);
    QWidget* makeNotice(const query::InboxItem& item, const query::PromotionView& promotion);

    QStackedWidget* m_stack;
    Face* m_face;
    QWidget* m_content;
    QVBoxLayout* m_column;
    Button* m_review;
    Button* m_entry;
    Button* m_copy;
};

} // namespace cs::ui
