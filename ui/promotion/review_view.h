// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/page.h"

#include <map>

class QBoxLayout;
class QHBoxLayout;
class QSplitter;
class QStackedWidget;
class QTimer;

namespace cs::ui {

class Banner;
class Button;
class DecisionPanel;
class Emergency;
class EvidencePane;
class ExplainPanel;
class Face;
class FoldPane;
class GateModel;
class GateTree;
class HeaderBar;
class Prompter;
class SignOffSheet;

/// The review of one promotion: gate, evidence, decision.
class ReviewView final : public QWidget {
    Q_OBJECT
public:
    ReviewView(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent = nullptr);

    void showPromotion(PromotionId id);
    PromotionId promotionId() const { return m_id; }
    const query::PromotionView& promotion() const { return m_promotion; }
    EvidencePane* evidence() { return m_evidence; }
    Emergency* emergency() { return m_emergency; }

    void openSignOff(commands::Verdict verdict);
    void execute();
    void revise();
    void withdraw();
    void withdrawDecision();
    void rollBack();
    void comment();
    void exportRecord(const QString& format);
    void toggleLeftOnly();
    void focusGate();

    /// Shows what @p other showed, with what was opened and typed there.
    void takeOver(const ReviewView& other);
    /// How often the sheet has been opened; its exact bytes stand open the first five times.
    int signOffCount() const { return m_signOffs; }
    void setSignOffCount(int count) { m_signOffs = count; }
    /// The exact bytes stand open every time, by the user's setting.
    void setBytesAlwaysOpen(bool always) { m_bytesAlways = always; }
    /// For tests: the wait in which a sheet takes no key.
    void setGuardMs(int ms);
    QByteArray splitterState() const;
    void restoreSplitter(const QByteArray& state);

Q_SIGNALS:
    void backAsked();
    void entryAsked(qint64 entry);
    void noticed(const cs::ui::Notice& notice);
    void loaded();
    void actionStates(const cs::query::PromotionView& promotion);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void fold();
    QWidget* makeFactsBar();
    QWidget* makeGatePane();
    void reload();
    void take(const Result<query::PromotionView>& promotion);
    void show();
    void fillFacts();
    void fitFacts();
    void showNode();
    void refreshDecision();
    void showStale(const QString& why);
    void showCameIn(const Error& error, const query::PromotionView& frozen, commands::Verdict verdict);
    void updateBanner();
    void openAction(
        struct ActionText text, std::function<QFuture<Result<Appended>>(const QString&, const QString&)> run);
    void showMenu();

    WorkspaceService& m_service;
    const Clock& m_clock;
    Prompter& m_prompter;
    PromotionId m_id;
    query::PromotionView m_promotion;
    IdentityView m_identity;
    HeaderBar* m_header;
    Button* m_discuss;
    Button* m_more;
    QBoxLayout* m_factsBar = nullptr; ///< one line, or two in a narrow window
    QHBoxLayout* m_facts = nullptr;
    QHBoxLayout* m_dates = nullptr;
    Emergency* m_emergency;
    Banner* m_banner;
    Face* m_face;
    QStackedWidget* m_stack;
    QSplitter* m_splitter;
    FoldPane* m_fold = nullptr;
    GateModel* m_gate;
    GateTree* m_tree;
    Button* m_leftOnly;
    ExplainPanel* m_explain;
    EvidencePane* m_evidence;
    DecisionPanel* m_decision;
    QTimer* m_later;
    QString m_staleWhy;
    std::optional<commands::Verdict> m_reopen; ///< the sign-off page to open once the promotion is read anew
    std::map<std::pair<PromotionId, commands::Verdict>, QString> m_drafts; ///< typed, not signed
    quint64 m_generation = 0;
    int m_signOffs = 0;
    bool m_bytesAlways = false;
    int m_guardMs = 700;
};

} // namespace cs::ui
