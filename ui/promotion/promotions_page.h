// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/page.h"

class QStackedWidget;
class QTimer;

namespace cs::ui {

class Button;
class Face;
class FilterField;
class HeaderBar;
class PagedModel;
class Prompter;
class PromotionSource;
class ReviewView;
class Segments;
class TableView;

/// All promotions as a table, and the review of one. open("p1244"), open("#41") or open("41") goes to the review.
class PromotionsPage final : public Page {
    Q_OBJECT
public:
    /// All three must outlive the page.
    PromotionsPage(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent = nullptr);

    QByteArray navigationId() const override { return "promotions"; }
    QString title() const override { return tr("Promotions"); }
    QString iconName() const override { return QStringLiteral("promotion"); }
    std::vector<Command> commands() override;
    void open(const QString& target) override;
    std::vector<Destination> destinations(const QString& typed) const override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray& state) override;
    ReviewView* review() { return m_review; }

Q_SIGNALS:
    /// The list or the review shows what the workspace says.
    void loaded();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeList();
    std::vector<Command> emergencyCommands();
    std::vector<Command> viewCommands();
    void retranslate();
    void connectReview();
    void renewReview();
    void query();
    void showList();
    void openNumber(const QString& text);
    void updateFace(qint64 rows);
    void updateCommands();
    bool inReview() const;
    std::function<void()> inReviewOnly(void (ReviewView::*run)());

    WorkspaceService& m_service;
    const Clock& m_clock;
    Prompter& m_prompter;
    PromotionSource* m_source;
    PagedModel* m_model;
    QStackedWidget* m_stack;
    HeaderBar* m_header;
    Segments* m_segments;
    FilterField* m_filter;
    Button* m_copy;
    TableView* m_table;
    Face* m_face;
    QStackedWidget* m_listStack;
    ReviewView* m_review;
    QTimer* m_later;
    QString m_wantedNumber;
    QString m_workspace;
};

} // namespace cs::ui
