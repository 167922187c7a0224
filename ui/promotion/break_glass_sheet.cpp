// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/break_glass_sheet.h"

#include "ui/promotion/exact_bytes.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/signing/key_foot.h"
#include "ui/widgets/signing/quote.h"
#include "ui/widgets/words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr int prepareDelayMs = 200;

QString listed(const std::vector<std::string>& items, const QString& none)
{
    QStringList words;
    for (const std::string& item : items) {
        words.append(coreWords(cleanName(qs(item), 200)));
    }
    return words.isEmpty() ? none : words.join(QStringLiteral("; "));
}

QString eitherOf(const std::vector<std::string>& roles)
{
    QStringList words;
    for (const std::string& role : roles) {
        words.append(cleanName(qs(role), 60));
    }
    return words.join(BreakGlassSheet::tr(" or ", "between roles"));
}

} // namespace

BreakGlassSheet::BreakGlassSheet(WorkspaceService& service, Setup setup, QWidget* parent)
    : Sheet(parent)
    , m_service(service)
    , m_setup(std::move(setup))
    , m_bytes(new ExactBytes(m_setup.bytesOpen))
    , m_foot(new KeyFoot)
    , m_later(new QTimer(this))
{
    setObjectName(reviewing() ? QStringLiteral("glassReviewSheet") : QStringLiteral("glassSheet"));
    const auto mine = std::ranges::find(glass().review, true, &query::GlassReviewLeafView::mine);
    if (mine != glass().review.end()) {
        m_leaf = *mine;
    }
    const query::PromotionView& p = m_setup.promotion;
    const QString number = QString::number(p.number);
    setTitle(reviewing() ? tr("Review the break-glass of promotion #%1").arg(number)
                         : tr("Authorise break-glass for promotion #%1").arg(number),
        tr("%1 %2, %3").arg(cleanName(qs(p.modelName), 80), cleanName(qs(p.versionLabel), 40), qs(p.transitionLabel)));
    setBody(makeBody());
    setFootNote(m_foot);
    m_foot->setIdentity(m_setup.identity, m_setup.identity.fingerprint);
    Button* cancel = addFootButton(Button::Kind::Outlined, tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelSign"));
    connect(cancel, &Button::triggered, this, &QDialog::reject);
    m_sign = addFootButton(Button::Kind::DestructiveFilled, reviewing() ? tr("Sign review") : tr("Sign authorisation"),
        QStringLiteral("sign"));
    m_sign->setObjectName(QStringLiteral("signButton"));
    setKeyGuard(m_setup.guardMs, m_sign);
    m_later->setSingleShot(true);
    m_later->setInterval(prepareDelayMs);
    connectAll();
    count();
    prepare();
}

void BreakGlassSheet::connectAll()
{
    connect(m_later, &QTimer::timeout, this, &BreakGlassSheet::prepare);
    connect(m_words, &QPlainTextEdit::textChanged, this, [this] {
        count();
        prepareSoon();
    });
    if (m_incident != nullptr) {
        connect(m_incident, &QLineEdit::textChanged, this, &BreakGlassSheet::prepareSoon);
    }
    connect(m_sign, &Button::triggered, this, &BreakGlassSheet::onSign);
    connect(&m_service, &WorkspaceService::changed, this, [this] { prepareSoon(); });
    connect(&m_service, &WorkspaceService::identityChanged, this, [this](const IdentityView& identity) {
        m_foot->setIdentity(identity, identity.fingerprint);
        updateSign();
    });
}

QWidget* BreakGlassSheet::makeBody()
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    addMeaning(column);
    addCovers(column);
    if (!reviewing()) {
        addIncident(column);
    }
    addWords(column);
    column->addWidget(m_bytes);
    column->addStretch(1);
    return body;
}

void BreakGlassSheet::addMeaning(QVBoxLayout* column)
{
    column->addWidget(new Label(tr("What your signature means"), Type::Strong));
    const QString statement = reviewing()
        ? (m_leaf ? cleanName(qs(m_leaf->statement), 8000) : QString())
        : tr("This is an emergency. I authorise that the promotion is executed although its gate is not satisfied. It "
             "will read overridden, never satisfied, and it has to be reviewed afterwards.");
    auto* quote = new Quote(statement, true);
    quote->setObjectName(QStringLiteral("glassStatement"));
    column->addWidget(quote);
    if (reviewing()) {
        auto* revoke = new QCheckBox(tr("The result should not stand: I revoke it"));
        revoke->setObjectName(QStringLiteral("revokeBox"));
        revoke->setToolTip(tr("The review stays open and the model is held when it is due, until it is rolled back"));
        connect(revoke, &QCheckBox::toggled, this, [this](bool on) {
            m_approve = !on;
            prepareSoon();
        });
        column->addWidget(revoke);
    }
    column->addSpacing(6);
}

void BreakGlassSheet::addCovers(QVBoxLayout* column)
{
    column->addWidget(new Label(reviewing() ? tr("What was done") : tr("What it does"), Type::Strong));
    auto* facts = new FactList;
    facts->setLabelWidth(124);
    if (reviewing()) {
        facts->addFact(tr("Executed"), utcText(glass().executedAt));
        facts->addFact(tr("Review due"), utcText(glass().reviewDue));
        for (const query::GlassSignature& signature : glass().signatures) {
            facts->addFact(tr("Authorised"),
                tr("%1, %2: %3")
                    .arg(cleanName(qs(signature.person), 80), cleanName(qs(signature.incident), 64),
                        cleanName(qs(signature.reason), 2000)));
        }
    } else {
        facts->addFact(tr("Overrides"), listed(glass().overrides, tr("nothing: the gate is satisfied")))
            ->setObjectName(QStringLiteral("glassOverrides"));
        facts->addFact(tr("Never skips"), listed(glass().neverSkips, tr("nothing")))
            ->setObjectName(QStringLiteral("glassNever"));
        if (!glass().keptLeft.empty()) {
            auto* left = facts->addFact(tr("Still needed"), listed(glass().keptLeft, {}));
            left->setObjectName(QStringLiteral("glassKept"));
            left->setRole(Role::Stale);
        }
        facts->addFact(tr("Valid"), tr("%1 after signing").arg(durationText(glass().ttlSeconds * 1000)));
        facts->addFact(tr("Used"),
            tr("%1 of %2 for this model in 90 days").arg(countText(glass().used), countText(glass().quota)));
    }
    column->addWidget(facts);
    addSigners(column);
    column->addSpacing(6);
}

void BreakGlassSheet::addSigners(QVBoxLayout* column)
{
    auto* facts = new FactList;
    facts->setLabelWidth(124);
    for (const query::GlassList& list : reviewing() ? std::vector<query::GlassList>() : glass().lists) {
        const QString who = !list.signer.empty() ? tr("signed by %1").arg(cleanName(qs(list.signer), 80))
            : list.mine                          ? tr("you can sign")
                                                 : tr("missing, %1").arg(listed(list.eligible, tr("nobody can sign")));
        facts->addFact(tr("Signs"), tr("%1: %2").arg(eitherOf(list.roles), who))
            ->setObjectName(QStringLiteral("glassList%1").arg(list.slot));
    }
    for (const query::GlassReviewLeafView& leaf :
        reviewing() ? glass().review : std::vector<query::GlassReviewLeafView>()) {
        facts->addFact(
            tr("Reviews"), tr("%1: %2 of %3").arg(eitherOf(leaf.roles), countText(leaf.have), countText(leaf.needed)));
    }
    column->addWidget(facts);
}

void BreakGlassSheet::addIncident(QVBoxLayout* column)
{
    auto* label = new Label(tr("Incident"), Type::Strong);
    m_incident = new QLineEdit;
    m_incident->setObjectName(QStringLiteral("glassIncident"));
    m_incident->setAccessibleName(tr("Incident"));
    m_incident->setPlaceholderText(tr("Its reference, for example INC-4711"));
    m_incident->setMaxLength(64);
    label->setBuddy(m_incident);
    column->addWidget(label);
    column->addWidget(m_incident);
    setFocusProxy(m_incident);
}

void BreakGlassSheet::addWords(QVBoxLayout* column)
{
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    const QString name = reviewing() ? tr("Comment") : tr("Reason");
    auto* label = new Label(name, Type::Strong);
    head->addWidget(label);
    head->addWidget(new Label(tr("at least %n character(s), signed with it", nullptr, static_cast<int>(least())),
                        Type::Body, Role::Muted),
        1);
    m_counter = new Label({}, Type::Body, Role::Muted);
    m_counter->setObjectName(QStringLiteral("glassCounter"));
    head->addWidget(m_counter);
    column->addLayout(head);
    m_words = new QPlainTextEdit;
    m_words->setObjectName(QStringLiteral("glassReason"));
    m_words->setAccessibleName(name);
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(scaled(62));
    label->setBuddy(m_words);
    column->addWidget(m_words);
    column->addSpacing(6);
}

qint64 BreakGlassSheet::least() const
{
    const qint64 asked = reviewing() ? (m_leaf ? m_leaf->commentMinLength : 1) : glass().reasonMinLength;
    return std::max<qint64>(1, asked);
}

QString BreakGlassSheet::words() const
{
    return m_words->toPlainText().trimmed();
}

QString BreakGlassSheet::fault() const
{
    if (reviewing() && !m_leaf) {
        return coreWords(qs(glass().reviewOff));
    }
    if (m_incident != nullptr && glass().incidentRequired && m_incident->text().trimmed().isEmpty()) {
        return tr("Name the incident.");
    }
    const qint64 missing = least() - words().size();
    if (missing <= 0) {
        return {};
    }
    return reviewing() ? tr("The comment needs %n more character(s).", nullptr, static_cast<int>(missing))
                       : tr("The reason needs %n more character(s).", nullptr, static_cast<int>(missing));
}

void BreakGlassSheet::count()
{
    const qint64 length = words().size();
    m_counter->setText(countText(length));
    m_counter->setRole(length < least() ? Role::Stale : Role::Muted);
}

commands::BreakGlassRequest BreakGlassSheet::request() const
{
    commands::BreakGlassRequest request;
    request.promotion = m_setup.promotion.id;
    request.what = m_setup.what;
    request.text = utf8(words());
    request.approve = m_approve;
    if (m_incident != nullptr) {
        request.incident = utf8(m_incident->text().trimmed());
    }
    if (m_leaf) {
        request.leaf = m_leaf->leaf;
    }
    return request;
}

void BreakGlassSheet::prepareSoon()
{
    if (m_busy) {
        return;
    }
    ++m_generation;
    m_page.reset();
    m_later->start();
    updateSign();
}

void BreakGlassSheet::prepare()
{
    const quint64 generation = ++m_generation;
    m_page.reset();
    m_refusal.clear();
    updateSign();
    if (!fault().isEmpty()) {
        m_bytes->setNote(tr("The bytes hold a commitment to your words; they appear when the words are complete."));
        return;
    }
    m_service.prepareBreakGlass(request()).then(
        qApp, guarded(this, [this, generation](const Result<WorkspaceService::SignOffPage>& page) {
            if (generation == m_generation) {
                take(page);
            }
        }));
}

void BreakGlassSheet::take(const Result<WorkspaceService::SignOffPage>& page)
{
    if (page) {
        m_page = *page;
        m_bytes->setPayload(QByteArray::fromStdString(page->prepared.payload));
        m_foot->setIdentity(m_foot->identity(), page->fingerprint);
    } else {
        m_refusal = errorWords(page.error());
        m_bytes->setNote(m_refusal);
    }
    updateSign();
}

void BreakGlassSheet::updateSign()
{
    QString off = m_foot->offReason();
    if (off.isEmpty()) {
        off = fault();
    }
    if (off.isEmpty()) {
        off = m_refusal;
    }
    m_foot->setOffReason(off);
    if (off.isEmpty() && m_busy) {
        off = tr("The signature is on its way.");
    }
    if (off.isEmpty() && !m_page) {
        off = tr("The bytes to be signed are being made.");
    }
    m_sign->setOffReason(off);
    m_sign->setToolTip(off);
}

void BreakGlassSheet::onSign()
{
    if (!m_page || m_busy || m_foot->askPassphrase()) {
        return;
    }
    m_busy = true;
    m_words->setReadOnly(true);
    m_foot->setError({});
    updateSign();
    m_service.sign(*m_page, m_foot->passphrase()).then(qApp, guarded(this, [this](const Result<Appended>& appended) {
        takeSigned(appended);
    }));
    m_foot->forgetPassphrase();
}

void BreakGlassSheet::takeSigned(const Result<Appended>& appended)
{
    m_busy = false;
    m_words->setReadOnly(false);
    if (!appended) {
        m_foot->setError(errorWords(appended.error()));
        prepareSoon(); // what came in between may have moved the bytes
        return;
    }
    const QString number = QString::number(m_setup.promotion.number);
    const QString entry = countText(appended->index);
    Q_EMIT signedOff(appended->index,
        reviewing() ? tr("Reviewed the break-glass of #%1 in entry %2.").arg(number, entry)
                    : tr("Authorised break-glass for #%1 in entry %2.").arg(number, entry));
    accept();
}

} // namespace cs::ui
