// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"

#include <QWidget>

class QVBoxLayout;

namespace cs::ui {

class Button;
class OffReason;

/// What was said about a promotion, in the ledger's order, decisions and their comments among it.
class DiscussionPanel final : public QWidget {
    Q_OBJECT
public:
    explicit DiscussionPanel(QWidget* parent = nullptr);
    void setPromotion(const query::PromotionView& promotion, UtcTime now);

Q_SIGNALS:
    void commentAsked();
    void entryAsked(qint64 entry);

private:
    QWidget* makeComment(const query::CommentView& comment, UtcTime now);

    QVBoxLayout* m_list;
    Button* m_comment;
    OffReason* m_reason;
};

} // namespace cs::ui
