// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/sign_off_sheet.h"

#include "ui/promotion/what_moved.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/signing/came_in_sheet.h"
#include "ui/widgets/signing/key_foot.h"
#include "ui/widgets/words.h"

#include <QTimer>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr int prepareDelayMs = 200;

SignOffBody::Page pageOf(const SignOffSheet::Setup& setup)
{
    SignOffBody::Page page{setup.promotion, setup.verdict, {}, setup.viewed, setup.bytesOpen};
    const auto inRole = [&](const query::FillableLeafView& leaf) {
        return setup.role.empty() || leaf.role == setup.role;
    };
    const auto& all = setup.promotion.fillable;
    const bool own =
        std::ranges::any_of(all, [&](const query::FillableLeafView& leaf) { return inRole(leaf) && !leaf.delegation; });
    for (const query::FillableLeafView& leaf : all) {
        if (inRole(leaf) && (!own || !leaf.delegation)) {
            page.leaves.push_back(leaf);
        }
    }
    return page;
}

/// Whom the signature speaks for, where the role is somebody else's.
QString giverOf(const SignOffBody::Page& page)
{
    return page.leaves.empty() ? QString() : cleanName(qs(page.leaves.front().onBehalf), 80);
}

QString titleOf(const SignOffSheet::Setup& setup)
{
    const QString number = QString::number(setup.promotion.number);
    switch (setup.verdict) {
    case commands::Verdict::Approve:
        return SignOffSheet::tr("Approve promotion #%1").arg(number);
    case commands::Verdict::Reject:
        return SignOffSheet::tr("Reject promotion #%1").arg(number);
    case commands::Verdict::RequestChanges:
        return SignOffSheet::tr("Request changes to promotion #%1").arg(number);
    }
    return {};
}

} // namespace

SignOffSheet::SignOffSheet(WorkspaceService& service, Setup setup, QWidget* parent)
    : Sheet(parent)
    , m_service(service)
    , m_setup(std::move(setup))
    , m_body(new SignOffBody(pageOf(m_setup)))
    , m_foot(new KeyFoot)
    , m_later(new QTimer(this))
{
    setObjectName(QStringLiteral("signOffSheet"));
    const query::PromotionView& p = m_setup.promotion;
    QString role;
    for (const query::FillableLeafView& leaf : p.fillable) {
        role = m_setup.role.empty() || leaf.role == m_setup.role ? cleanName(qs(leaf.roleTitle), 60) : role;
    }
    if (const QString giver = giverOf(pageOf(m_setup)); !giver.isEmpty()) {
        role = tr("%1, for %2", "a role, and who delegated it").arg(role, giver);
    }
    const QString what = QString(cleanName(qs(p.modelName), 80) % QLatin1Char(' ') % cleanName(qs(p.versionLabel), 40));
    setTitle(titleOf(m_setup),
        role.isEmpty() ? tr("%1, %2").arg(what, qs(p.transitionLabel))
                       : tr("%1, %2, as %3").arg(what, qs(p.transitionLabel), role));
    setBody(m_body);
    setFootNote(m_foot);
    m_foot->setIdentity(m_setup.identity, m_setup.identity.fingerprint);
    m_cancel = addFootButton(Button::Kind::Outlined, tr("Cancel"));
    m_cancel->setObjectName(QStringLiteral("cancelSign"));
    m_sign = addFootButton(
        m_setup.verdict == commands::Verdict::Reject ? Button::Kind::DestructiveFilled : Button::Kind::Primary,
        verbText(), QStringLiteral("sign"));
    m_sign->setObjectName(QStringLiteral("signButton"));
    setKeyGuard(m_setup.guardMs, m_sign);
    m_later->setSingleShot(true);
    m_later->setInterval(prepareDelayMs);

    connect(m_cancel, &Button::triggered, this, &QDialog::reject);
    connect(m_sign, &Button::triggered, this, &SignOffSheet::onSign);
    connect(m_later, &QTimer::timeout, this, &SignOffSheet::prepare);
    connect(m_body, &SignOffBody::commentChanged, this, &SignOffSheet::prepareSoon);
    connect(&m_service, &WorkspaceService::changed, this, &SignOffSheet::lookAgain);
    connect(&m_service, &WorkspaceService::identityChanged, this, [this](const IdentityView& identity) {
        m_foot->setIdentity(identity, identity.fingerprint);
        updateSign();
    });
    m_body->setComment(m_setup.draft);
    connect(this, &QDialog::rejected, this, [this] { Q_EMIT draftLeft(m_body->comment()); });
    m_body->setFocus(Qt::OtherFocusReason); // the words come first; Tab leads over the bytes to the buttons
    prepare();
}

QString SignOffSheet::verbText() const
{
    switch (m_setup.verdict) {
    case commands::Verdict::Approve:
        return tr("Sign approval");
    case commands::Verdict::Reject:
        return tr("Sign rejection");
    case commands::Verdict::RequestChanges:
        return tr("Sign request");
    }
    return {};
}

commands::DecisionRequest SignOffSheet::request() const
{
    commands::DecisionRequest request;
    request.promotion = m_setup.promotion.id;
    request.verdict = m_setup.verdict;
    request.role = m_setup.role;
    request.viewed.assign(m_setup.viewed.begin(), m_setup.viewed.end());
    request.comment = utf8(m_body->comment());
    return request;
}

void SignOffSheet::prepareSoon()
{
    if (m_busy || m_ended) {
        return;
    }
    ++m_generation;
    m_page.reset();
    m_later->start();
    updateSign();
}

void SignOffSheet::prepare()
{
    const quint64 generation = ++m_generation;
    m_page.reset();
    m_refusal.clear();
    if (!m_body->commentFault().isEmpty()) {
        m_body->setPayloadNote(
            tr("The bytes hold a commitment to your words; they appear when the words are complete."));
        updateSign();
        return;
    }
    updateSign();
    m_service.prepareDecision(request()).then(
        qApp, guarded(this, [this, generation](const Result<WorkspaceService::SignOffPage>& page) {
            if (generation == m_generation && !m_ended) {
                takePage(page);
            }
        }));
}

void SignOffSheet::takePage(const Result<WorkspaceService::SignOffPage>& page)
{
    if (!page) {
        m_refusal = errorWords(page.error());
        m_body->setPayloadNote(m_refusal);
        updateSign();
        return;
    }
    if (page->snapshot != m_setup.promotion.snapshot) {
        const QString why = whatMoved(m_setup.promotion, page->promotion);
        closeStale(why.isEmpty() ? tr("What the signature would cover has changed.") : why);
        return;
    }
    m_page = *page;
    m_body->setPayload(QByteArray::fromStdString(page->prepared.payload));
    m_foot->setIdentity(m_foot->identity(), page->fingerprint);
    updateSign();
}

void SignOffSheet::lookAgain()
{
    if (m_busy || m_ended) {
        return;
    }
    m_service.promotion(m_setup.promotion.id)
        .then(qApp, guarded(this, [this](const Result<query::PromotionView>& present) {
            if (m_ended || m_busy || !present) {
                return;
            }
            const QString why = whatMoved(m_setup.promotion, *present);
            if (!why.isEmpty()) {
                closeStale(why);
            } else {
                prepare(); // the bytes name the tree head, and that has moved
            }
        }));
}

void SignOffSheet::closeStale(const QString& why)
{
    m_ended = true;
    Q_EMIT wentStale(why);
    reject();
}

void SignOffSheet::updateSign()
{
    if (m_foot->isKeychainLocked()) {
        m_sign->setText(tr("Unlock keychain…"));
        m_sign->setIconName(QStringLiteral("unlock"));
        m_sign->setOffReason({});
        m_foot->setOffReason({});
        return;
    }
    m_sign->setText(verbText());
    m_sign->setIconName(QStringLiteral("sign"));
    QString off = m_foot->offReason();
    if (off.isEmpty()) {
        off = m_body->commentFault();
    }
    if (off.isEmpty()) {
        off = m_refusal;
    }
    m_foot->setOffReason(off); // what follows is over in a moment and would only flicker
    if (off.isEmpty() && m_busy) {
        off = tr("The signature is on its way.");
    }
    if (off.isEmpty() && !m_page) {
        off = tr("The bytes to be signed are being made.");
    }
    m_sign->setOffReason(off);
    m_sign->setToolTip(off);
}

void SignOffSheet::unlockKeychain()
{
    m_foot->setError({});
    m_service.unlock({}).then(qApp, guarded(this, [this](const Result<IdentityView>& identity) {
        if (!identity) {
            m_foot->setError(errorWords(identity.error()));
            return;
        }
        m_foot->setIdentity(*identity, identity->fingerprint);
        updateSign();
    }));
}

void SignOffSheet::onSign()
{
    if (m_foot->isKeychainLocked()) {
        unlockKeychain();
        return;
    }
    if (!m_page || m_busy || m_foot->askPassphrase()) {
        return;
    }
    m_busy = true;
    m_body->freeze(true);
    m_foot->setError({});
    updateSign();
    m_service.sign(*m_page, m_foot->passphrase()).then(qApp, guarded(this, [this](const Result<Appended>& appended) {
        takeSigned(appended);
    }));
    m_foot->forgetPassphrase();
}

void SignOffSheet::takeSigned(const Result<Appended>& appended)
{
    m_busy = false;
    m_body->freeze(false);
    if (!appended) {
        if (CameInSheet::isAbout(appended.error())) {
            m_ended = true;
            const Error error = appended.error();
            reject(); // keeps the words
            Q_EMIT cameIn(error);
            return;
        }
        m_foot->setError(errorWords(appended.error()));
        updateSign();
        return;
    }
    m_ended = true;
    const QString number = QString::number(m_setup.promotion.number);
    const QString entry = countText(appended->index);
    const QString words = m_setup.verdict == commands::Verdict::Approve
        ? tr("Approved #%1 in entry %2.").arg(number, entry)
        : m_setup.verdict == commands::Verdict::Reject ? tr("Rejected #%1 in entry %2.").arg(number, entry)
                                                       : tr("Requested changes to #%1 in entry %2.").arg(number, entry);
    Q_EMIT signedOff(appended->index, words);
    accept();
}

} // namespace cs::ui
