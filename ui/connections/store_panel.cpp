// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/store_panel.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

using Link = query::HeadView::Link;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::StorePanel)

public:
    static QString name(const std::string& id)
    {
        return id == "connection" ? tr("Connection")
            : id == "rights"      ? tr("Rights")
            : id == "append only" ? tr("Protection against edits")
            : id == "clock"       ? tr("Clock")
            : id == "keychain"    ? tr("Keychain")
                                  : tr("Room on the disk");
    }
    static QString state(query::StoreCheck::State state)
    {
        return state == query::StoreCheck::State::Good   ? tr("Good")
            : state == query::StoreCheck::State::Warning ? tr("Look at this")
                                                         : tr("In the way");
    }
    static Role role(query::StoreCheck::State state)
    {
        return state == query::StoreCheck::State::Good   ? Role::Passed
            : state == query::StoreCheck::State::Warning ? Role::Stale
                                                         : Role::Failed;
    }
};

QWidget* findings(const std::vector<query::StoreCheck>& checks)
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setSpacing(12);
    for (const query::StoreCheck& check : checks) {
        auto* head = new Label(Words::name(check.name) % QStringLiteral(" · ") % Words::state(check.state),
            Type::Strong, Words::role(check.state));
        head->setObjectName(QStringLiteral("storeCheck"));
        auto* found = new Label(cleanName(coreWords(qs(check.found)), 400));
        found->setWordWrap(true);
        column->addWidget(head);
        column->addWidget(found);
        if (!check.remedy.empty()) {
            auto* remedy = new Label(cleanName(coreWords(qs(check.remedy)), 400), Type::Body, Role::Muted);
            remedy->setWordWrap(true);
            column->addWidget(remedy);
        }
    }
    column->addStretch(1);
    return body;
}

} // namespace

StorePanel::StorePanel(WorkspaceService& service, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_parts(new Segments(this))
    , m_banner(new Banner(this))
{
    setObjectName(QStringLiteral("storePanel"));
    m_parts->setObjectName(QStringLiteral("connectionParts"));
    m_parts->addSegment(QStringLiteral("registries"), tr("Registries"));
    m_parts->addSegment(QStringLiteral("server"), tr("Server of the ledger"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 0);
    column->setSpacing(10);
    column->addWidget(m_parts, 0, Qt::AlignLeading);
    column->addWidget(m_banner);
    connect(m_parts, &Segments::currentChanged, this,
        [this](const QString& id) { Q_EMIT serverAsked(id == QLatin1String("server")); });
    connect(m_banner->action(), &Button::triggered, this, [this] { Q_EMIT serverAsked(true); });
    hide();
}

void StorePanel::setServerShown(bool shown)
{
    m_parts->setCurrent(shown ? QStringLiteral("server") : QStringLiteral("registries"));
    m_banner->setAction(shown ? QString() : tr("Show the server"));
}

void StorePanel::setHead(const query::HeadView& head)
{
    m_head = head;
    refresh();
}

void StorePanel::refresh()
{
    setVisible(isServer());
    if (!isServer()) {
        return;
    }
    const QString place = ltr(cleanName(qs(m_head.location), 120));
    m_parts->setText(QStringLiteral("registries"), tr("Registries"));
    m_parts->setText(QStringLiteral("server"), tr("Server of the ledger"));
    setServerShown(m_parts->current() == QLatin1String("server"));
    if (!m_head.alarm.empty()) {
        m_banner->setLook(QStringLiteral("vetoed"), Role::Vetoed, Role::VetoedTint);
        m_banner->setText(
            tr("The server does not hold what was verified here"), cleanName(readableTimes(qs(m_head.alarm)), 600));
    } else if (m_head.link == Link::Offline) {
        m_banner->setLook(QStringLiteral("stale"), Role::Stale, Role::StaleTint);
        m_banner->setText(tr("%1 is not reached").arg(place),
            tr("You read your own copy of %n entries. Deciding waits until the server is back.", nullptr,
                static_cast<int>(m_head.size)));
    } else if (m_head.serverSize > m_head.size) {
        m_banner->setLook(QStringLiteral("running"), Role::Accent, Role::AccentTint);
        m_banner->setText(tr("Catching up with %1").arg(place),
            tr("%n more entries are fetched and verified here.", nullptr,
                static_cast<int>(m_head.serverSize - m_head.size)));
    } else {
        m_banner->setLook(QStringLiteral("passed"), Role::Passed, Role::PassedTint);
        m_banner->setText(tr("In step with %1").arg(place),
            tr("%n entries, each verified here. New ones arrive by themselves.", nullptr,
                static_cast<int>(m_head.size)));
    }
}

void StorePanel::examine()
{
    auto* sheet = new Sheet(window());
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setObjectName(QStringLiteral("storeSheet"));
    sheet->setSheetWidth(560);
    sheet->setTitle(tr("This desk and its server"), ltr(cleanName(qs(m_head.location), 120)));
    auto* waits = new Label(tr("Looking at connection, rights, clock, keychain and disk …"), Type::Body, Role::Muted);
    sheet->setBody(waits);
    Button* close = sheet->addFootButton(Button::Kind::Primary, tr("Close"));
    close->setObjectName(QStringLiteral("closeStoreSheet"));
    connect(close, &Button::triggered, sheet, &QDialog::accept);
    sheet->open();
    const QPointer<Sheet> open = sheet;
    m_service.examineStore().then(qApp, [open](const Result<std::vector<query::StoreCheck>>& checks) {
        if (!open) {
            return;
        }
        open->setBody(checks ? findings(*checks) : new Label(errorWords(checks.error())));
    });
}

void StorePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace cs::ui
