// SPDX-License-Identifier: GPL-3.0-or-later
// What other desks have seen, and the way down where a store has lost something.
#include "core/workspace/heads/exchange.h"
#include "core/workspace/loss.h"
#include "core/workspace/service_p.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace cs {
namespace {

/// Once a minute; sooner, but not at every entry, when this desk has something new to say.
constexpr std::int64_t exchangeEveryMs = 60'000, exchangeSoonestMs = 10'000;

query::SeenHead shown(const heads::Judged& judged)
{
    using Relation = query::SeenHead::Relation;
    query::SeenHead out;
    out.relation = judged.givenUp                   ? Relation::GivenUp
        : judged.relation == heads::Relation::Part  ? Relation::Part
        : judged.relation == heads::Relation::Newer ? Relation::Newer
                                                    : Relation::Other;
    out.source = judged.seen.source;
    out.vouchers = judged.vouchers;
    out.head = {judged.head.size, judged.head.root};
    out.came = judged.seen.at;
    out.alarm = judged.isAlarm();
    return out;
}

} // namespace

Result<query::HeadsView> WorkspaceWorker::headsView(Session& session)
{
    query::HeadsView view;
    view.own = {session.head().size, session.head().root};
    const heads::SeenHeads list(m_environment.stateDir, session.state().workspaceId);
    CS_TRY(view.folder, list.folder());
    view.folderTrouble = m_headsTrouble;
    if (keychainIsOpen())
        if (const auto key = heads::deskKey(m_environment)) {
            view.deskKey = key->verifier.text();
            view.deskTrusted = std::ranges::any_of(session.state().trusted, [&](const engine::Trusted& trusted) {
                return trusted.purpose == "witness" && trusted.key == view.deskKey;
            });
        }
    CS_TRY(const auto all, session.seenHeads());
    for (const heads::Judged& judged : all)
        view.seen.push_back(shown(judged));
    std::ranges::stable_sort(view.seen, [](const auto& a, const auto& b) { return a.alarm > b.alarm; });
    return view;
}

/// Entries that the comparison found in the store are announced as if a look had found them.
Result<query::HeadsView> WorkspaceWorker::takeHeads(Session& session, const std::vector<heads::Seen>& seen)
{
    const std::int64_t before = session.head().size;
    const Status taken = session.takeHeads(seen).map([](const auto&) {});
    if (session.head().size > before)
        announce(before);
    announceHead();
    CS_CHECK(taken);
    return headsView(session);
}

WorkspaceService::Answer<query::HeadsView> WorkspaceWorker::headsSeen()
{
    return withSession<query::HeadsView>([this](Session& session) { return headsView(session); });
}

WorkspaceService::Answer<query::HeadsView> WorkspaceWorker::compareHead(QString path)
{
    return withSession<query::HeadsView>([this, path](Session& session) -> Result<query::HeadsView> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(couldNot("CS-HEADS-FILE", "%1 cannot be read: %2.", {path, file.errorString()}));
        const heads::Seen seen{
            utf8(QFileInfo(path).fileName()), file.read(static_cast<qint64>(note::bytesMax) + 1).toStdString(), now()};
        CS_CHECK(session.judge(seen)); // says what is wrong with it
        return takeHeads(session, {seen});
    });
}

WorkspaceService::Answer<query::HeadsView> WorkspaceWorker::forgetHead(QString source)
{
    return withSession<query::HeadsView>([this, source = utf8(source)](Session& session) -> Result<query::HeadsView> {
        CS_CHECK(heads::SeenHeads(m_environment.stateDir, session.state().workspaceId).remove(source));
        return takeHeads(session, {});
    });
}

WorkspaceService::Answer<query::HeadsView> WorkspaceWorker::exchangeHeads(QString folder)
{
    return withSession<query::HeadsView>([this, folder = utf8(folder)](Session& session) -> Result<query::HeadsView> {
        CS_CHECK(heads::SeenHeads(m_environment.stateDir, session.state().workspaceId).setFolder(folder));
        m_headsTrouble.clear();
        m_headsExchanged = UtcTime();
        if (!folder.empty())
            exchangeNow(session, folder);
        return headsView(session);
    });
}

/// A share may hang, so the folder is read and written on a thread that nobody waits for.
void WorkspaceWorker::exchangeNow(Session& session, const std::string& folder)
{
    if (m_exchanging || !keychainIsOpen())
        return;
    const auto key = heads::deskKey(m_environment);
    if (!key)
        return; // without a key this desk has nothing to say; it is tried again
    m_exchanging = true;
    m_headsExchanged = now();
    m_headsWritten = session.head();
    const std::string workspace = session.state().workspaceId, note = heads::ownNote(session, *key);
    // It may outlive this object, and takes along what it needs.
    auto done = QtConcurrent::run(
        [folder, workspace, note, own = key->fileName(), at = now()]() -> Result<std::vector<heads::Seen>> {
            CS_TRY(auto seen, heads::readFolder(folder, workspace, own, at));
            CS_CHECK(heads::writeFolder(folder, workspace, own, note));
            return seen;
        });
    done.then(this, [this, workspace](const Result<std::vector<heads::Seen>>& seen) {
        m_pool.start([this, workspace, seen] {
            m_exchanging = false;
            m_headsTrouble = seen ? std::string() : utf8(seen.error().message());
            if (seen && m_session && m_session->state().workspaceId == workspace) {
                (void)takeHeads(*m_session, *seen);
                if (const auto unread = heads::unreadable(*m_session, *seen); !unread.empty())
                    m_headsTrouble = utf8(unread.front().message());
            }
            Q_EMIT headsChanged();
        });
    });
}

void WorkspaceWorker::exchangeWhatIsDue()
{
    if (!m_session || m_exchanging)
        return;
    const std::int64_t ago = now().msSince(m_headsExchanged);
    const bool isNew = m_session->head() != m_headsWritten && ago >= exchangeSoonestMs;
    if (ago >= 0 && ago < exchangeEveryMs && !isNew)
        return;
    m_headsExchanged = now();
    const auto folder = heads::SeenHeads(m_environment.stateDir, m_session->state().workspaceId).folder();
    if (folder && !folder->empty())
        exchangeNow(*m_session, *folder);
}

WorkspaceService::Answer<Bytes> WorkspaceWorker::ownHead()
{
    return withSession<Bytes>([this](Session& session) -> Result<Bytes> {
        CS_TRY(const auto key, heads::deskKey(m_environment));
        return heads::ownNote(session, key);
    });
}

WorkspaceService::Answer<query::LossCase> WorkspaceWorker::lossCase()
{
    const auto stop = newStop(m_openStop);
    return withSession<query::LossCase>([this, stop](Session&) -> Result<query::LossCase> {
        const OpenOptions options = openOptions(true, Trust::Ask, stop);
        CS_TRY(const auto shown, loss::open(m_place, m_environment, options.progress, stop));
        return loss::look(*shown);
    });
}

/// The copy is swapped under the session: it is closed meanwhile, and opened again whatever came of it.
Result<query::HeadView> WorkspaceWorker::settle(std::unique_ptr<Session> shown)
{
    const std::string place = m_place;
    const ActorId me = m_me;
    m_session.reset();
    const auto settled = loss::settle(std::move(shown));
    CS_TRY(auto again, Session::open(place, m_environment));
    auto view = take(std::move(again));
    m_place = place;
    if (me.isValid())
        m_me = me;
    CS_CHECK(settled);
    return view;
}

WorkspaceService::Answer<Appended> WorkspaceWorker::acceptLoss(QString reason, QString passphrase)
{
    const auto stop = newStop(m_openStop);
    return withSession<Appended>([this, stop, reason = utf8(reason), passphrase](Session&) -> Result<Appended> {
        const OpenOptions options = openOptions(false, Trust::Ask, stop);
        CS_TRY(auto shown, loss::open(m_place, m_environment, options.progress, stop));
        CS_TRY(const Signer who, signer(passphrase));
        CS_TRY(auto appended, loss::sign(*shown, reason, who));
        CS_TRY(const query::LossCase lost, loss::look(*shown));
        if (lost.accepted)
            CS_CHECK(settle(std::move(shown)));
        return appended;
    });
}

WorkspaceService::Answer<query::HeadView> WorkspaceWorker::takeOverLoss()
{
    const auto stop = newStop(m_openStop);
    return withSession<query::HeadView>([this, stop](Session&) -> Result<query::HeadView> {
        const OpenOptions options = openOptions(false, Trust::Ask, stop);
        CS_TRY(auto shown, loss::open(m_place, m_environment, options.progress, stop));
        CS_TRY(const query::LossCase lost, loss::look(*shown));
        if (!lost.accepted)
            return fail(refused("CS-LOSS-OPEN", "The administrators have not accepted this loss: %1 of %2 have signed.",
                {QString::number(lost.signers.size()), QString::number(lost.threshold)}));
        return settle(std::move(shown));
    });
}

} // namespace cs
