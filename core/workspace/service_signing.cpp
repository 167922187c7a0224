// SPDX-License-Identifier: GPL-3.0-or-later
// Who is signed in, and what they sign.
#include "core/workspace/demo.h"
#include "core/workspace/service_p.h"

#include <algorithm>

#include <QDir>
#include <QFileInfo>

namespace cs {
namespace {

Error nobody()
{
    return refused("CS-WORKSPACE-NOBODY", "Nobody is signed in. Choose who you are first.");
}

IdentityView::Key keyState(const Error& error)
{
    if (error.code() == u"CS-KEYCHAIN-LOCKED")
        return IdentityView::Key::KeychainLocked;
    if (error.code() == u"CS-IDENTITY-SWAPPED")
        return IdentityView::Key::Swapped;
    if (error.code() == u"CS-IDENTITY-NO-KEY")
        return IdentityView::Key::None;
    return error.code() == u"CS-IDENTITY-PASSPHRASE-NEEDED" ? IdentityView::Key::NeedsPassphrase
                                                            : IdentityView::Key::KeychainMissing;
}

} // namespace

/// The person's newest live key that this keychain lists.
Result<PublicKey> WorkspaceWorker::ownKey(ActorId person)
{
    if (!m_ring)
        return fail(
            couldNot("CS-KEYCHAIN-NO-SERVICE", "There is no keychain on this computer; nothing can be signed."));
    const engine::Actor* actor = m_session->state().actor(person);
    if (actor == nullptr)
        return fail(nobody());
    CS_TRY(const auto listed, m_ring->listKeys());
    for (auto key = actor->keys.rbegin(); key != actor->keys.rend(); ++key)
        if (!key->revokedAt
            && std::ranges::any_of(listed, [&](const KeyRecord& record) { return record.key == key->key; }))
            return key->key;
    return fail(refused("CS-IDENTITY-NO-KEY", "No key of %1 is in this keychain.", {qs(person.text())}));
}

IdentityView WorkspaceWorker::identityOf(ActorId person)
{
    IdentityView view;
    if (!person.isValid())
        return view;
    view.person = views::person(*m_session, person, m_me);
    const auto key = ownKey(person);
    if (!key) {
        view.key = keyState(key.error());
        view.sentence = utf8(key.error().message());
        return view;
    }
    view.fingerprint = fingerprint(*key);
    // A key without passphrase opens by itself; one with waits for its owner.
    const auto opened = m_ring->unlock(*key);
    view.key = opened ? IdentityView::Key::Open : keyState(opened.error());
    view.sentence = opened ? "The key is open." : utf8(opened.error().message());
    m_keyOpen = opened.has_value();
    if (m_keyOpen)
        m_lastKeyUse = now();
    return view;
}

Result<std::vector<query::PersonView>> WorkspaceWorker::ownIdentities()
{
    std::vector<query::PersonView> own;
    if (!m_ring)
        return own;
    CS_TRY(const auto listed, m_ring->listKeys());
    for (const auto& [id, actor] : m_session->state().actors) {
        const bool here = std::ranges::any_of(actor.keys, [&](const engine::KeyRecord& key) {
            return !key.revokedAt
                && std::ranges::any_of(listed, [&](const KeyRecord& record) { return record.key == key.key; });
        });
        if (here && actor.kind == engine::ActorKind::Person)
            own.push_back(views::person(*m_session, id, m_me));
    }
    return own;
}

void WorkspaceWorker::forgetIdleKeys()
{
    if (!m_keyOpen || now().msSince(m_lastKeyUse) < keyIdleSeconds * 1000)
        return;
    m_keyOpen = false;
    m_ring->lockAll();
    if (m_session && m_session->state().mode != engine::Mode::Demo)
        Q_EMIT identityChanged(identityOf(m_me));
}

/// Where one person's key is here, that person. The example holds everybody's: it opens as the product owner, for whom
/// a promotion waits.
ActorId WorkspaceWorker::defaultIdentity()
{
    const auto own = ownIdentities();
    if (!own || own->empty())
        return {};
    if (own->size() == 1)
        return own->front().id;
    if (m_session->state().mode == engine::Mode::Demo)
        for (const query::PersonView& person : *own)
            if (person.role == "product_owner")
                return person.id;
    return {};
}

WorkspaceService::Answer<std::vector<IdentityView>> WorkspaceWorker::identities()
{
    using Views = std::vector<IdentityView>;
    return withSession<Views>([this](Session&) -> Result<Views> {
        CS_TRY(const auto own, ownIdentities());
        Views all;
        for (const query::PersonView& person : own)
            all.push_back(identityOf(person.id));
        return all;
    });
}

WorkspaceService::Answer<IdentityView> WorkspaceWorker::signIn(ActorId person)
{
    return withSession<IdentityView>([this, person](Session&) -> Result<IdentityView> {
        askForTheKeychain();
        if (person != m_me && m_ring)
            m_ring->lockAll();
        m_me = person;
        IdentityView view = identityOf(person);
        Q_EMIT identityChanged(view);
        return view;
    });
}

WorkspaceService::Answer<IdentityView> WorkspaceWorker::unlock(const QString& passphrase)
{
    // On the start page no workspace is open yet, and the keychain can be unlocked all the same.
    return post([this, passphrase]() -> Result<IdentityView> {
        askForTheKeychain();
        if (!m_me.isValid() && m_ring)
            CS_CHECK(m_ring->listKeys());
        if (!m_session)
            return IdentityView();
        try {
            return unlockHere(passphrase);
        } catch (const CacheDamaged& damaged) {
            reopen();
            return fail(damaged.error());
        }
    });
}

Result<IdentityView> WorkspaceWorker::unlockHere(const QString& passphrase)
{
    if (m_me.isValid()) {
        CS_CHECK(signer(passphrase));
    } else {
        m_me = defaultIdentity(); // nobody yet, where the keychain was locked when the workspace was opened
    }
    IdentityView view = identityOf(m_me);
    Q_EMIT identityChanged(view);
    return view;
}

void WorkspaceWorker::lock()
{
    m_pool.start([this] {
        if (!m_ring)
            return;
        m_ring->lockAll();
        m_keyOpen = false;
        if (m_session)
            Q_EMIT identityChanged(identityOf(m_me));
    });
}

WorkspaceService::Answer<KeychainDiagnosis> WorkspaceWorker::keychain()
{
    return post([this]() -> Result<KeychainDiagnosis> {
        if (m_environment.keychain == nullptr)
            return KeychainDiagnosis{KeychainState::NoService, "none"};
        return m_environment.keychain->diagnose();
    });
}

/// Somebody at the screen wants something that takes the keychain: a question that was turned down is asked again.
void WorkspaceWorker::askForTheKeychain()
{
    if (m_environment.keychain != nullptr)
        m_environment.keychain->askAgain();
}

Result<Signer> WorkspaceWorker::signer(const QString& passphrase)
{
    if (!m_me.isValid())
        return fail(nobody());
    askForTheKeychain();
    CS_TRY(const PublicKey key, ownKey(m_me));
    CS_TRY(auto secret, m_ring->unlock(key, utf8(passphrase)));
    m_lastKeyUse = now();
    m_keyOpen = true;
    return Signer{m_me, std::move(secret)};
}

Result<Appended> WorkspaceWorker::submitted(Result<Appended> appended)
{
    if (appended)
        announce(appended->index);
    return appended;
}

Result<Appended> WorkspaceWorker::signDraft(Result<commands::Draft> draft, const QString& passphrase)
{
    CS_CHECK(draft);
    CS_TRY(const Signer who, signer(passphrase));
    return submitted(commands::submit(*m_session, *draft, who));
}

WorkspaceService::Answer<WorkspaceService::SignOffPage> WorkspaceWorker::prepareDecision(
    commands::DecisionRequest request)
{
    return withState<SignOffPage>([this, request = std::move(request)](Session& session) -> Result<SignOffPage> {
        if (!m_me.isValid())
            return fail(nobody());
        SignOffPage page;
        page.request = request;
        CS_TRY(page.promotion, views::promotion(session, request.promotion, m_me, now()));
        CS_TRY(commands::Draft draft, commands::decision(session, m_me, request, now()));
        const auto frozen = std::visit(
            []<class E>(const E& event) -> std::optional<events::Decision> {
                if constexpr (requires { event.decision.snapshot; })
                    return event.decision;
                else
                    return std::nullopt;
            },
            draft.event);
        page.snapshot = frozen->snapshot;
        page.request.role = frozen->role;
        for (const query::FillableLeafView& leaf : page.promotion.fillable)
            if (leaf.role == frozen->role && std::ranges::any_of(frozen->leaves, [&](const events::SignedLeaf& item) {
                    return item.leaf == leaf.leaf;
                }))
                page.leaves.push_back(leaf);
        CS_TRY(const PublicKey key, ownKey(m_me));
        page.fingerprint = fingerprint(key);
        CS_CHECK(session.wouldAccept(draft.event, m_me, key));
        CS_TRY(page.prepared, session.prepare(draft.event, m_me, std::move(draft.erasables)));
        return page;
    });
}

WorkspaceService::Answer<Appended> WorkspaceWorker::sign(SignOffPage page, QString passphrase)
{
    return withSession<Appended>([this, page = std::move(page), passphrase](Session& session) -> Result<Appended> {
        CS_TRY(const Signer who, signer(passphrase));
        const std::int64_t before = session.head().size;
        CS_CHECK(session.catchUp());
        announce(before);
        return submitted(session.submitPrepared(page.prepared, who));
    });
}

WorkspaceService::Answer<WorkspaceService::SignOffPage> WorkspaceWorker::prepareBreakGlass(
    commands::BreakGlassRequest request)
{
    return withState<SignOffPage>([this, request = std::move(request)](Session& session) -> Result<SignOffPage> {
        if (!m_me.isValid())
            return fail(nobody());
        SignOffPage page;
        CS_TRY(page.promotion, views::promotion(session, request.promotion, m_me, now()));
        CS_TRY(commands::Draft draft, commands::breakGlass(session, m_me, request, now()));
        page.snapshot = page.promotion.snapshot;
        CS_TRY(const PublicKey key, ownKey(m_me));
        page.fingerprint = fingerprint(key);
        CS_CHECK(session.wouldAccept(draft.event, m_me, key));
        CS_TRY(page.prepared, session.prepare(draft.event, m_me, std::move(draft.erasables)));
        return page;
    });
}

/// @param basis what the execution rests on.
WorkspaceService::Answer<Appended> WorkspaceWorker::executeOn(
    const char* basis, PromotionId promotion, const QString& passphrase)
{
    return withSession<Appended>([this, basis, promotion, passphrase](Session& session) -> Result<Appended> {
        CS_TRY(Appended executed, signDraft(commands::execute(session, promotion, now(), basis), passphrase));
        const std::int64_t before = session.head().size;
        anchorIfDemo(session, promotion);
        announce(before);
        return executed;
    });
}

WorkspaceService::Answer<Appended> WorkspaceWorker::execute(PromotionId promotion, QString passphrase)
{
    return executeOn("gate", promotion, passphrase);
}

WorkspaceService::Answer<Appended> WorkspaceWorker::executeBreakGlass(PromotionId promotion, QString passphrase)
{
    return executeOn("break_glass", promotion, passphrase);
}

/// Where the policy counts an exposure from its time anchor on, the agent anchors right after the execution. In a demo
/// workspace the agent's key lies in this keychain; elsewhere it is the agent's own business and the page says what is
/// waited for.
void WorkspaceWorker::anchorIfDemo(Session& session, PromotionId promotion)
{
    const auto* row = session.state().promotions.find(promotion.index());
    if (session.state().mode != engine::Mode::Demo || row == nullptr
        || row->effect != engine::Promotion::Effect::AwaitingAnchor)
        return;
    for (const auto& [id, actor] : session.state().actors) {
        if (actor.kind != engine::ActorKind::Service || !engine::holdsRole(session.state(), id, "watch_agent"))
            continue;
        for (const engine::KeyRecord& record : actor.keys)
            if (auto key = m_ring->unlock(record.key); key && !record.revokedAt) {
                const TreeHead head = session.head();
                const events::TimeAnchored anchor{head.size, head.root.hex(), "agent", now(), std::nullopt};
                if (session.submit(anchor, Signer{id, *key}))
                    return;
            }
    }
}

WorkspaceService::Answer<Appended> WorkspaceWorker::withdraw(PromotionId promotion, QString reason, QString passphrase)
{
    return withSession<Appended>([this, promotion, reason, passphrase](Session& session) {
        return signDraft(commands::withdraw(session, promotion, utf8(reason)), passphrase);
    });
}

WorkspaceService::Answer<Appended> WorkspaceWorker::withdrawDecision(
    EntryIndex decision, QString reason, QString passphrase)
{
    return withSession<Appended>([this, decision, reason, passphrase](Session& session) {
        return signDraft(commands::withdrawDecision(session, decision, utf8(reason)), passphrase);
    });
}

WorkspaceService::Answer<Appended> WorkspaceWorker::comment(PromotionId promotion, QString text, QString passphrase)
{
    return withSession<Appended>([this, promotion, text, passphrase](Session& session) {
        return signDraft(commands::comment(session, promotion, std::nullopt, utf8(text)), passphrase);
    });
}

/// Written ahead, then done: an intent without its execution shows that somebody was interrupted.
WorkspaceService::Answer<Appended> WorkspaceWorker::rollBack(PromotionId promotion, QString reason, QString passphrase)
{
    return withSession<Appended>([this, promotion, reason, passphrase](Session& session) -> Result<Appended> {
        const engine::Promotion* found = session.state().promotions.find(promotion.index());
        if (found == nullptr)
            return fail(usageError("CS-WORKSPACE-NO-PROMOTION", "There is no promotion %1.", {qs(promotion.text())}));
        commands::RollbackRequest request;
        request.version = found->version;
        request.endpoint = found->endpoint;
        request.reason = utf8(reason);
        CS_TRY(const Appended intent, signDraft(commands::rollbackIntent(session, request, now()), passphrase));
        return signDraft(commands::rollbackExecution(session, request, intent.index, now()), passphrase);
    });
}

WorkspaceService::Answer<query::HeadView> WorkspaceWorker::openExample(const QString& path)
{
    return post([this, path]() -> Result<query::HeadView> {
        if (!QFileInfo::exists(path)) {
            if (!m_ring)
                return fail(
                    couldNot("CS-KEYCHAIN-NO-SERVICE", "There is no keychain for the keys of the example's people."));
            const QString folder = QFileInfo(path).absolutePath();
            if (!QDir().mkpath(folder))
                return fail(couldNot("CS-WORKSPACE-FOLDER", "The folder %1 cannot be made.", {folder}));
            CS_TRY(auto session, demo::create(utf8(path), m_environment, *m_ring, [](const std::string&) {}));
            return take(std::move(session));
        }
        CS_TRY(auto session,
            Session::open(utf8(path), m_environment, openOptions(false, Trust::FirstContact, std::stop_token())));
        return take(std::move(session));
    });
}

} // namespace cs
