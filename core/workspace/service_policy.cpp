// SPDX-License-Identifier: GPL-3.0-or-later
// Gate policies for the console.
#include "core/workspace/policy/draft_judgement.h"
#include "core/workspace/policy/draft_store.h"
#include "core/workspace/policy/policy_desk.h"
#include "core/workspace/policy/simulation.h"
#include "core/workspace/service_p.h"
#include "core/workspace/views/raci.h"

#include <QFile>

namespace cs {
namespace {

constexpr std::size_t policyBytesMax = 4U << 20U;
constexpr std::int64_t dayMs = 86'400'000;

Error stopped()
{
    return couldNot("CS-WORKSPACE-STOPPED", "Stopped.");
}

} // namespace

class PolicyWorker final : public PolicyService {
public:
    explicit PolicyWorker(WorkspaceWorker& worker)
        : m_worker(worker)
    {
    }

    Answer<query::PolicyDesk> desk() override
    {
        return m_worker.withState<query::PolicyDesk>([this](Session& session) -> Result<query::PolicyDesk> {
            query::PolicyDesk desk = policies::desk(session, m_worker.m_me, m_worker.now());
            CS_TRY(const auto kept, policies::keptDraft(m_worker.m_environment.stateDir, session.state().workspaceId));
            if (kept) {
                desk.draft = kept->text;
                desk.draftSaved = kept->saved;
            }
            return desk;
        });
    }

    Answer<Bytes> document(Digest digest) override
    {
        return m_worker.withSession<Bytes>(
            [digest](Session& session) { return session.store().getBlob(digest, policyBytesMax); });
    }

    Answer<query::DraftJudgement> judge(Bytes draft) override
    {
        const std::int64_t turn = ++m_judgements;
        return m_worker.withState<query::DraftJudgement>(
            [this, turn, draft = std::move(draft)](Session& session) -> Result<query::DraftJudgement> {
                if (turn != m_judgements)
                    return fail(stopped()); // a newer text waits behind this one
                return policies::judgeDraft(session, draft, m_worker.m_me);
            });
    }

    Answer<query::PolicyComparison> compare(Side before, Side now) override
    {
        return m_worker.withState<query::PolicyComparison>([this, before = std::move(before), now = std::move(now)](
                                                               Session& session) -> Result<query::PolicyComparison> {
            CS_TRY(const Bytes older, textOf(session, before));
            CS_TRY(const Bytes newer, textOf(session, now));
            CS_TRY(auto view, policies::compareTexts(session, older, newer, m_worker.m_me));
            const auto rows = policies::desk(session, m_worker.m_me, m_worker.now());
            const auto fill = [&](query::PolicyRevision& into, const Side& side) {
                if (!side.revision)
                    return;
                for (const auto& revision : rows.revisions)
                    if (revision.digest == *side.revision)
                        into = revision;
                for (const auto& change : rows.open)
                    if (change.what.digest == *side.revision)
                        into = change.what;
            };
            fill(view.before, before);
            fill(view.now, now);
            return view;
        });
    }

    Answer<query::Simulation> simulate(Bytes draft, int days) override
    {
        const auto stop = m_worker.newStop(m_worker.m_simulationStop);
        return m_worker.withState<query::Simulation>([this, draft = std::move(draft), days, stop](
                                                         Session& session) -> Result<query::Simulation> {
            policies::SimulationRange range;
            range.now = m_worker.now();
            if (days > 0)
                range.since = range.now.plusMs(-days * dayMs);
            range.stop = stop;
            range.progress = [this](std::int64_t done, std::int64_t total) { Q_EMIT simulationProgress(done, total); };
            CS_TRY(auto simulation, policies::simulate(session, draft, range));
            simulation.days = days;
            return simulation;
        });
    }

    void cancelSimulation() override
    {
        const std::lock_guard lock(m_worker.m_stopMutex);
        m_worker.m_simulationStop.request_stop();
    }

    Answer<query::GateNode> simulatedGate(Bytes draft, PromotionId promotion, EntryIndex judgedAt) override
    {
        return m_worker.withState<query::GateNode>(
            [this, draft = std::move(draft), promotion, judgedAt](Session& session) {
                return policies::simulatedGate(session, draft, promotion, judgedAt, m_worker.now());
            });
    }

    Answer<query::FewestPeople> fewest(Bytes draft, std::map<std::string, std::string> tags) override
    {
        return m_worker.withState<query::FewestPeople>(
            [this, draft = std::move(draft), tags = std::move(tags)](
                Session& session) { return policies::fewestPeople(session, draft, tags, m_worker.m_me); });
    }

    Answer<query::RaciView> raci(Bytes draft, std::optional<std::vector<std::string>> overlays) override
    {
        return m_worker.withState<query::RaciView>(
            [draft = std::move(draft), overlays = std::move(overlays)](
                Session& session) -> Result<query::RaciView> { return matrix(session, draft, overlays); });
    }

    Answer<Bytes> raciWorkbook(Bytes draft, std::optional<std::vector<std::string>> overlays) override
    {
        return m_worker.withState<Bytes>(
            [draft = std::move(draft), overlays = std::move(overlays)](Session& session) -> Result<Bytes> {
                CS_TRY(const query::RaciView view, matrix(session, draft, overlays));
                reports::Table table = views::raciTable(view);
                table.workspace = session.state().name;
                if (!draft.empty())
                    table.title += ", draft";
                return reports::xlsx(table);
            });
    }

    Answer<UtcTime> keepDraft(Bytes draft, std::string workspace) override
    {
        return m_worker.post([this, draft = std::move(draft), workspace = std::move(workspace)] {
            return policies::keepDraft(m_worker.m_environment.stateDir, workspace, draft);
        });
    }

    Answer<bool> discardDraft() override
    {
        return m_worker.withSession<bool>([this](Session& session) -> Result<bool> {
            CS_CHECK(policies::discardDraft(m_worker.m_environment.stateDir, session.state().workspaceId));
            return true;
        });
    }

    Answer<Bytes> readFile(QString path) override
    {
        return m_worker.post([path]() -> Result<Bytes> {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                return fail(couldNot("CS-POLICY-FILE", "%1 cannot be read: %2.", {path, file.errorString()}));
            if (file.size() > static_cast<qint64>(policyBytesMax))
                return fail(refused("CS-POLICY-FILE", "%1 is longer than any policy (4 MiB).", {path}));
            return file.readAll().toStdString();
        });
    }

    Answer<Appended> propose(Bytes draft, QString note, QString passphrase) override
    {
        return m_worker.withSession<Appended>([this, draft = std::move(draft), note, passphrase](Session& session) {
            return m_worker.signDraft(policies::propose(session, draft, utf8(note)), passphrase);
        });
    }

    Answer<Appended> signOff(
        EntryIndex proposal, QString leaf, QString role, bool reject, QString comment, QString passphrase) override
    {
        return m_worker.withSession<Appended>([=, this](Session& session) {
            return m_worker.signDraft(
                policies::signOff(session, proposal, utf8(leaf), utf8(role), reject, utf8(comment)), passphrase);
        });
    }

    Answer<Appended> adopt(EntryIndex proposal, QString passphrase) override
    {
        return m_worker.withSession<Appended>([this, proposal, passphrase](Session&) {
            return m_worker.signDraft(commands::Draft{events::PolicyAdopted{proposal}, {}}, passphrase);
        });
    }

    Answer<Appended> withdraw(EntryIndex proposal, QString passphrase) override
    {
        return m_worker.withSession<Appended>([this, proposal, passphrase](Session&) {
            return m_worker.signDraft(commands::Draft{events::PolicyWithdrawn{proposal}, {}}, passphrase);
        });
    }

private:
    static Result<query::RaciView> matrix(
        Session& session, const Bytes& draft, const std::optional<std::vector<std::string>>& overlays)
    {
        if (draft.empty())
            return views::raci(session, overlays);
        CS_TRY(const auto policy, policy::parse(draft));
        return views::raci(session, policy, overlays);
    }
    static Result<Bytes> textOf(Session& session, const Side& side)
    {
        if (!side.revision)
            return side.draft;
        return session.store().getBlob(*side.revision, policyBytesMax);
    }

    WorkspaceWorker& m_worker;
    std::atomic<std::int64_t> m_judgements{0};
};

std::unique_ptr<PolicyService> WorkspaceWorker::makePolicies()
{
    return std::make_unique<PolicyWorker>(*this);
}

} // namespace cs
