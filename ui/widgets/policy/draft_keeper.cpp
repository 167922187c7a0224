// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/policy/draft_keeper.h"

#include "ui/widgets/review/guarded.h"

#include <QCoreApplication>

namespace cs::ui {
namespace {

constexpr int keepMs = 200, judgeMs = 60, reloadMs = 50;

} // namespace

DraftKeeper::DraftKeeper(WorkspaceService& service, QObject* parent)
    : QObject(parent)
    , m_service(service)
{
    const auto once = [this](QTimer& timer, int ms, void (DraftKeeper::*run)()) {
        timer.setSingleShot(true);
        timer.setInterval(ms);
        connect(&timer, &QTimer::timeout, this, run);
    };
    once(m_keepLater, keepMs, &DraftKeeper::keep);
    once(m_judgeLater, judgeMs, &DraftKeeper::judge);
    once(m_reloadLater, reloadMs, &DraftKeeper::reload);
    connect(&m_draft, &PolicyDraft::changed, this, &DraftKeeper::onDraft);
    connect(&m_service, &WorkspaceService::changed, &m_reloadLater, qOverload<>(&QTimer::start));
    connect(&m_service, &WorkspaceService::identityChanged, &m_reloadLater, qOverload<>(&QTimer::start));
    const auto forget = [this] {
        flush();
        m_loaded = false;
        m_shown.reset();
        m_saved.reset();
        m_desk = {};
        m_draft.clear();
    };
    connect(&m_service, &WorkspaceService::closed, this, forget);
    connect(&m_service, &WorkspaceService::opened, this, [this, forget] {
        forget();
        m_reloadLater.start();
    });
}

DraftKeeper::~DraftKeeper()
{
    flush();
}

void DraftKeeper::flush()
{
    if (m_keepLater.isActive()) {
        m_keepLater.stop();
        keep();
    }
}

void DraftKeeper::reload()
{
    const quint64 turn = ++m_turn;
    service().desk().then(qApp, guarded(this, [this, turn](const Result<query::PolicyDesk>& desk) {
        if (turn != m_turn)
            return;
        if (desk)
            take(*desk);
        else
            Q_EMIT failed(desk.error());
    }));
}

void DraftKeeper::take(const query::PolicyDesk& desk)
{
    const bool first = !std::exchange(m_loaded, true);
    m_desk = desk;
    if (first && !desk.draft.empty() && !m_draft.isOpen()) {
        m_draft.start(desk.draft, true);
        m_keepLater.stop(); // it is kept as it is
        m_saved = desk.draftSaved;
    } else if (!m_draft.isOpen()) {
        showInForce();
    } else {
        m_judgeLater.start(); // against what is in force by now
    }
    Q_EMIT deskChanged();
    Q_EMIT savedChanged();
}

void DraftKeeper::showInForce()
{
    const query::PolicyRevision* revision = m_desk.inForce();
    if (revision == nullptr || m_shown == revision->digest)
        return;
    m_shown = revision->digest;
    service().document(revision->digest).then(qApp, guarded(this, [this](const Result<Bytes>& text) {
        if (!text)
            Q_EMIT failed(text.error());
        else if (!m_draft.isOpen())
            m_draft.show(*text);
    }));
}

void DraftKeeper::begin(std::optional<Digest> revision)
{
    const query::PolicyRevision* current = m_desk.inForce();
    if (current == nullptr)
        return;
    service().document(revision.value_or(current->digest)).then(qApp, guarded(this, [this](const Result<Bytes>& text) {
        if (text)
            beginWith(*text);
        else
            Q_EMIT failed(text.error());
    }));
}

void DraftKeeper::beginWith(const Bytes& text)
{
    m_shown.reset();
    m_draft.start(numbered(text), false);
}

/// The same text as the revision after the one in force.
Bytes DraftKeeper::numbered(const Bytes& text) const
{
    const query::PolicyRevision* current = m_desk.inForce();
    Bytes now = text;
    if (current == nullptr)
        return now;
    const auto put = [&now](const std::string& pointer, const std::string& value) {
        const json::Source source(now);
        if (source.at(pointer).raw() == value)
            return;
        if (const auto edit = source.set(pointer, value))
            now = json::applied(std::move(now), *edit);
    };
    put("/revision", std::to_string(current->revision + 1));
    put("/supersedes", json::quoted(current->digest.text()));
    return now;
}

Bytes DraftKeeper::proposal()
{
    const Bytes text = m_draft.text();
    Bytes now = numbered(text);
    if (now != text)
        m_draft.start(now, true);
    return now;
}

void DraftKeeper::proposed()
{
    discard();
}

void DraftKeeper::discard()
{
    m_keepLater.stop();
    m_saved.reset();
    m_shown.reset();
    m_judgement = {};
    m_judged.clear();
    m_draft.clear();
    service().discardDraft().then(qApp, guarded(this, [this](const Result<bool>& done) {
        if (!done)
            Q_EMIT failed(done.error());
    }));
    showInForce();
    Q_EMIT savedChanged();
    Q_EMIT judged();
}

void DraftKeeper::onDraft()
{
    if (!m_draft.isOpen()) {
        m_judgeLater.start();
        return;
    }
    m_saved.reset();
    m_keepLater.start();
    m_judgeLater.start();
    Q_EMIT savedChanged();
}

void DraftKeeper::keep()
{
    if (!m_draft.isOpen())
        return;
    service().keepDraft(m_draft.text(), m_desk.workspace).then(qApp, guarded(this, [this](const Result<UtcTime>& kept) {
        if (!kept) {
            Q_EMIT failed(kept.error());
            return;
        }
        if (!m_keepLater.isActive() && m_draft.isOpen())
            m_saved = *kept;
        Q_EMIT savedChanged();
    }));
}

void DraftKeeper::judge()
{
    const std::string text = m_draft.text();
    if (text.empty())
        return;
    service().judge(text).then(qApp, guarded(this, [this, text](const Result<query::DraftJudgement>& answer) {
        if (!answer)
            return; // a newer text is on its way
        m_judgement = *answer;
        m_judged = text;
        Q_EMIT judged();
    }));
}

} // namespace cs::ui
