// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/page.h"

class QListView;
class QSplitter;
class QStackedWidget;
class QTimer;

namespace cs::ui {

class Button;
class Face;
class FilterField;
class HeaderBar;
class InboxDetail;
class InboxModel;
class Label;
class Prompter;
class Segments;

/// What waits for the signed-in person, why, since when and how urgent; and what they have done.
class InboxPage final : public Page {
    Q_OBJECT
public:
    /// All three must outlive the page.
    InboxPage(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent = nullptr);

    ~InboxPage() override;

    QByteArray navigationId() const override { return "inbox"; }
    QString title() const override { return tr("Inbox"); }
    QString iconName() const override { return QStringLiteral("inbox"); }
    std::vector<Command> commands() override;
    void open(const QString& target) override;
    std::vector<Destination> destinations(const QString& typed) const override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray& state) override;

    bool isLoaded() const { return m_loaded; }

Q_SIGNALS:
    /// List and detail show what the workspace says.
    void loaded();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    QWidget* makeFilterBar();
    QWidget* makeList();
    void retranslate();
    void reload();
    void takeInbox(const Result<query::InboxView>& inbox);
    void keepSelection(const query::InboxItem* before);
    void showCurrent();
    void takePromotion(const query::InboxItem& item, const Result<query::PromotionView>& promotion);
    void updateCounts();
    void updateFace();
    void openReview();
    void openEntry();
    void copyCurrent();
    void exportList();
    const query::InboxItem* current() const;
    void settled();

    WorkspaceService& m_service;
    const Clock& m_clock;
    Prompter& m_prompter;
    HeaderBar* m_header;
    Segments* m_segments;
    FilterField* m_filter;
    Button* m_export;
    QSplitter* m_splitter;
    QStackedWidget* m_listStack;
    QListView* m_list;
    InboxModel* m_model;
    Face* m_face;
    InboxDetail* m_detail;
    Label* m_doneText;
    Button* m_doneButton;
    QTimer* m_later; ///< several changes make one reload
    quint64 m_generation = 0;
    quint64 m_detailGeneration = 0;
    qint64 m_wantedEntry = -1; ///< the item to select once it is there
    int m_signatures = 0;
    UtcTime m_lookedAt;
    bool m_loaded = false;
    QString m_workspace;
};

} // namespace cs::ui
