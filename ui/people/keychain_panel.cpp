// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/keychain_panel.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cs::ui {

KeychainPanel::KeychainPanel(QWidget* parent)
    : QWidget(parent)
    , m_check(new Button(Button::Kind::Plain, {}, this))
{
    setObjectName(QStringLiteral("keychainPanel"));
    m_check->setObjectName(QStringLiteral("checkKeychain"));
    m_check->setIconName(QStringLiteral("refresh"));
    connect(m_check, &Button::triggered, this, &KeychainPanel::checkAsked);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("keychainScroll"));
    scroll->setAccessibleName(tr("Keychain"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* content = new QWidget;
    auto* inner = new QVBoxLayout(content);
    inner->setContentsMargins(16, 12, 16, 12);
    inner->setSpacing(8);
    m_column = new QVBoxLayout;
    m_column->setSpacing(8);
    inner->addLayout(m_column);
    inner->addWidget(m_check, 0, Qt::AlignLeading);
    inner->addStretch(1);
    scroll->setWidget(content);
    makeClear(scroll);
    column->addWidget(scroll, 1);
    refresh();
}

void KeychainPanel::setDiagnosis(const Result<KeychainDiagnosis>& diagnosis)
{
    m_diagnosis.reset();
    m_failure.clear();
    if (diagnosis) {
        m_diagnosis = *diagnosis;
    } else {
        m_failure = errorWords(diagnosis.error());
    }
    refresh();
}

void KeychainPanel::setIdentity(const IdentityView& identity)
{
    m_identity = identity;
    refresh();
}

void KeychainPanel::setSeveral(const QString& note)
{
    if (note != m_several) {
        m_several = note;
        refresh();
    }
}

bool KeychainPanel::isReady() const
{
    return m_diagnosis && m_diagnosis->state == KeychainState::Ready;
}

void KeychainPanel::addStep(const char* name, Step step, const QString& title, const QString& detail)
{
    auto* line = new QWidget;
    line->setObjectName(QString::fromLatin1(name));
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 4, 0, 4);
    row->setSpacing(10);
    const char* const icons[] = {"passed", "failed", "stale", "not-applicable"};
    const Role roles[] = {Role::Passed, Role::Failed, Role::Stale, Role::Na};
    const QString words[] = {tr("done"), tr("failed"), tr("waits"), tr("not tried")};
    const auto at = static_cast<std::size_t>(step);
    line->setAccessibleName(tr("%1: %2").arg(title, words[at]));
    row->addWidget(new IconLabel(QString::fromLatin1(icons[at]), roles[at]), 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(new Label(title));
    if (!detail.isEmpty()) {
        auto* second = new Label(detail, Type::Small, Role::Muted);
        second->setWordWrap(true);
        texts->addWidget(second);
    }
    row->addLayout(texts, 1);
    m_column->addWidget(line);
    m_column->addWidget(new Line);
}

void KeychainPanel::addSteps()
{
    const KeychainState state = m_diagnosis->state;
    const QString backend = cleanName(qs(m_diagnosis->backend), 60);
    const bool bus = state != KeychainState::NoBus;
    const bool service = bus && state != KeychainState::NoService;
    const bool collection = service && state != KeychainState::NoCollection;
    const QString notTried = tr("not tried, because a step before it failed");
    addStep("stepBus", bus ? Step::Good : Step::Bad, bus ? tr("Session bus answers") : tr("There is no session bus"),
        bus ? tr("org.freedesktop.DBus") : tr("Start the program inside a session, or with dbus-run-session."));
    addStep("stepService",
        service   ? Step::Good
            : bus ? Step::Bad
                  : Step::NotTried,
        service ? tr("Secret service runs") : tr("A secret service"),
        service   ? backend
            : bus ? tr("None is running. Install one, for example gnome-keyring, and log in again.")
                  : notTried);
    addStep("stepCollection",
        collection    ? Step::Good
            : service ? Step::Bad
                      : Step::NotTried,
        collection ? tr("Login collection exists") : tr("A login collection"),
        collection    ? QString()
            : service ? tr("There is none yet. Log in to a desktop session once, or make a keyring named \"Login\".")
                      : notTried);
    const bool open = state == KeychainState::Ready;
    addStep("stepLock",
        open             ? Step::Good
            : collection ? Step::Waits
                         : Step::NotTried,
        open             ? tr("Collection is unlocked")
            : collection ? tr("Collection is locked")
                         : tr("An unlocked collection"),
        open             ? QString()
            : collection ? tr("it asks for your login password")
                         : notTried);
}

void KeychainPanel::addKey()
{
    using Key = IdentityView::Key;
    const Key key = m_identity.key;
    const bool known = isReady();
    const Step step = !known                              ? Step::NotTried
        : key == Key::Open                                ? Step::Good
        : key == Key::NeedsPassphrase                     ? Step::Waits
        : key == Key::None || key == Key::KeychainMissing ? Step::NotTried
                                                          : Step::Bad;
    const bool signedIn = m_identity.person.id.isValid();
    QString detail = known ? signedIn ? cleanName(qs(m_identity.sentence), 300) : tr("Nobody is signed in.")
                           : tr("cannot be looked up yet");
    if (known && signedIn && key == Key::Open) {
        detail = tr("%1, open; it is forgotten after ten idle minutes").arg(shortDigest(qs(m_identity.fingerprint)));
    }
    addStep("stepKey", step,
        signedIn ? tr("Signing key of %1").arg(cleanName(qs(m_identity.person.name), 60)) : tr("Your signing key"),
        detail);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* who = new Button(Button::Kind::Outlined, tr("Sign in as…"));
    who->setObjectName(QStringLiteral("panelIdentity"));
    connect(who, &Button::triggered, this, &KeychainPanel::identityAsked);
    auto* lock = new Button(Button::Kind::Outlined, tr("Lock now"));
    lock->setObjectName(QStringLiteral("panelLock"));
    lock->setIconName(QStringLiteral("lock"));
    lock->setOffReason(key == Key::Open ? QString() : tr("No key is open."));
    connect(lock, &Button::triggered, this, &KeychainPanel::lockAsked);
    row->addWidget(who);
    row->addWidget(lock);
    row->addStretch(1);
    m_column->addLayout(row);
}

void KeychainPanel::addBanner()
{
    auto* banner = new Banner;
    banner->setObjectName(QStringLiteral("keychainBanner"));
    m_column->addWidget(banner);
    if (!m_diagnosis) {
        banner->setLook(Verdict::Stale);
        banner->setText(tr("The keychain could not be asked"), m_failure);
        return;
    }
    const bool locked = m_diagnosis->state == KeychainState::Locked;
    banner->setLook(locked ? QStringLiteral("lock") : QStringLiteral("warning"), Role::Stale, Role::StaleTint);
    banner->setText(locked ? tr("The keychain is locked") : tr("No key can be kept or used here"),
        locked ? tr("You can read and verify everything. Signing waits until it is unlocked. Nothing is lost.")
               : tr("%1 Reading and verifying need no key.").arg(errorWords(m_diagnosis->error())));
    if (locked) {
        auto* unlock = new Button(Button::Kind::Primary, tr("Unlock keychain…"));
        unlock->setObjectName(QStringLiteral("unlockKeychain"));
        unlock->setIconName(QStringLiteral("unlock"));
        connect(unlock, &Button::triggered, this, &KeychainPanel::unlockAsked);
        m_column->addWidget(unlock, 0, Qt::AlignLeading);
    }
}

void KeychainPanel::refresh()
{
    m_check->setText(tr("Check again"));
    clearLayout(m_column);
    if (!m_diagnosis && m_failure.isEmpty()) {
        m_column->addWidget(new Label(tr("The keychain is being asked."), Type::Body, Role::Muted));
        return;
    }
    if (!isReady()) {
        addBanner();
    }
    if (m_diagnosis) {
        addSteps();
    }
    addKey();
    if (!m_several.isEmpty()) {
        auto* banner = new Banner;
        banner->setObjectName(QStringLiteral("severalKeys"));
        banner->setLook(QStringLiteral("warning"), Role::Stale, Role::StaleTint);
        banner->setText(tr("Several persons sign from here"), m_several);
        m_column->addWidget(banner);
    }
}

void KeychainPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace cs::ui
