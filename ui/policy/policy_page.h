// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page.h"
#include "ui/widgets/policy/draft_keeper.h"

class QStackedWidget;

namespace cs::ui {

class Banner;
class Button;
class CompareView;
class Face;
class HeaderBar;
class Label;
class PolicyEditor;
class Prompter;
class RevisionsView;
class Segments;
class SimulationView;

/// Gate policies for those who write them: the draft, what it changes, what it would have done, and its way to being in
/// force. open("g.canary-to-production") goes to that gate, open("case:812") to a proposed change.
class PolicyPage final : public Page {
    Q_OBJECT
public:
    /// All must outlive the page.
    PolicyPage(WorkspaceService& service, DraftKeeper& keeper, const Clock& clock, Prompter& prompter,
        QWidget* parent = nullptr);

    QByteArray navigationId() const override { return "policy"; }
    QString title() const override { return tr("Policy"); }
    QString iconName() const override { return QStringLiteral("policy"); }
    std::vector<Command> commands() override;
    void open(const QString& target) override;
    std::vector<Destination> destinations(const QString& typed) const override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray& state) override;
    /// For tests: how long a sheet takes no key.
    void setGuardMs(int ms) { m_guardMs = ms; }

Q_SIGNALS:
    /// The page shows what the workspace says.
    void loaded();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void connectParts();
    void retranslate();
    void onDesk();
    void onDraft();
    void onText();
    void showWanted();
    void showHead();
    void showSaved();
    void updateCounter();
    void showView(QWidget* view);
    void showEditor();
    void compareWithInForce();
    void compare(PolicyService::Side before, PolicyService::Side now);
    void simulate();
    void showRevisions(EntryIndex proposal = -1);
    void primary();
    void signFirst();
    void adoptFirst();
    void propose();
    void openPropose(const Bytes& text, const query::PolicyComparison& comparison);
    void discard();
    void exportText();
    void importText();
    void signOff(EntryIndex proposal, std::size_t ask, bool reject);
    void openSignOff(EntryIndex proposal, std::size_t ask, bool reject, const query::PolicyComparison& comparison);
    void adopt(EntryIndex proposal);
    void withdraw(EntryIndex proposal);
    void say(const QString& icon, const QString& words);
    QString offReasonToPropose() const;

    WorkspaceService& m_service;
    DraftKeeper& m_keeper;
    const Clock& m_clock;
    Prompter& m_prompter;
    IdentityView m_identity;
    HeaderBar* m_header;
    Button* m_primary;
    Segments* m_mode;
    Label* m_saved;
    Button *m_compare, *m_simulate, *m_history, *m_discard;
    Banner* m_case;
    PolicyEditor* m_editor;
    CompareView* m_compareView;
    SimulationView* m_simulationView;
    RevisionsView* m_revisionsView;
    Face* m_face;
    QStackedWidget* m_views;
    QWidget* m_bar;
    QString m_wanted;
    bool m_proposeWhenJudged = false;
    int m_guardMs = 700;
};

} // namespace cs::ui
