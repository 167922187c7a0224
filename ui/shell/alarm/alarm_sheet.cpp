// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/alarm/alarm_sheet.h"

#include "ui/shell/alarm/loss_way.h"
#include "ui/shell/alarm/way_card.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/prompter.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/review/save_file.h"
#include "ui/widgets/words.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace cs::ui {

namespace {

using Kind = query::AlarmView::Kind;

constexpr int groupDigits = 8;
constexpr int groupsInLine = 4;
constexpr int lineShown = 400; // characters of a line that cannot be read

/// Two lines of four groups: what two people can read to each other without losing the place.
QString grouped(const Digest& digest)
{
    const QString hex = qs(digest.hex());
    QString text;
    for (int at = 0, n = 1; at < hex.size(); at += groupDigits, ++n) {
        text += hex.mid(at, groupDigits);
        if (at + groupDigits < hex.size()) {
            text += n % groupsInLine == 0 ? QLatin1Char('\n') : QLatin1Char(' ');
        }
    }
    return text;
}

Label* mono(const QString& text, const QString& name)
{
    auto* label = new Label(text, Type::Mono);
    label->setObjectName(name);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

Label* wrapped(const QString& text, Type type = Type::Body, Role role = Role::Text)
{
    auto* label = new Label(text, type, role);
    label->setWordWrap(true);
    return label;
}

void copyText(const QString& text)
{
    QGuiApplication::clipboard()->setText(withoutIsolates(text));
}

/// One of two columns.
QVBoxLayout* addColumn(QHBoxLayout* row, const QString& title, const QString& name)
{
    auto* side = new QWidget;
    side->setObjectName(name);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(new Label(title, Type::CaptionMedium, Role::Muted));
    row->addWidget(side, 1);
    return column;
}

void addHead(QVBoxLayout* column, qint64 size, const Digest& root, bool rootKnown, const QString& name)
{
    column->addWidget(new Label(AlarmSheet::tr("%n entries", nullptr, static_cast<int>(size)), Type::Strong));
    if (!rootKnown) {
        column->addWidget(wrapped(AlarmSheet::tr("Its tree head cannot be computed."), Type::Small, Role::Muted));
        return;
    }
    column->addWidget(mono(grouped(root), name));
    auto* copy = new Button(Button::Kind::Plain, AlarmSheet::tr("Copy size and root"));
    copy->setSmall(true);
    copy->setIconName(QStringLiteral("copy"));
    copy->setObjectName(QString(name % QStringLiteral("Copy")));
    QObject::connect(copy, &Button::triggered, copy,
        [text = QString(QString::number(size) % QLatin1Char(':') % qs(root.hex()))] { copyText(text); });
    column->addWidget(copy, 0, Qt::AlignLeading);
}

void addSide(QVBoxLayout* column, const query::AlarmView::Side& side, const QString& absent)
{
    if (!side.there) {
        column->addWidget(wrapped(absent, Type::Strong));
        return;
    }
    if (side.row) {
        column->addWidget(wrapped(cleanName(qs(side.row->says), 300), Type::Strong));
        auto* facts = new FactList;
        facts->setLabelWidth(72);
        facts->addFact(AlarmSheet::tr("Signer"), cleanName(qs(side.row->signer.name), 60));
        facts->addFact(AlarmSheet::tr("Dated"), utcExact(side.row->at));
        facts->addFact(AlarmSheet::tr("Kind"), ltr(cleanName(qs(side.row->type), 60)), Type::Mono);
        column->addWidget(facts);
    } else {
        column->addWidget(new Label(AlarmSheet::tr("Not an entry"), Type::Strong, Role::Vetoed));
        column->addWidget(wrapped(ltr(cleanName(qs(side.line), lineShown)), Type::Mono));
    }
    column->addWidget(wrapped(cleanName(coreWords(qs(side.note)), 400), Type::Small, Role::Muted));
}

} // namespace

AlarmSheet::AlarmSheet(WorkspaceService& service, Prompter& prompter, const IdentityView& identity, QWidget* parent)
    : Sheet(parent)
    , m_service(service)
    , m_prompter(prompter)
    , m_identity(identity)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("alarmSheet"));
    setSheetWidth(880);
    setTitle(tr("What happened to this ledger"));
    setBody(new Label(tr("Both sides are being read."), Type::Body, Role::Muted));
    m_close = addFootButton(Button::Kind::Outlined, tr("Close"));
    m_close->setObjectName(QStringLiteral("closeAlarm"));
    connect(m_close, &Button::triggered, this, &AlarmSheet::reject);
    connect(&m_service, &WorkspaceService::refillProgress, this, [this](qint64 done, qint64 total, bool writing) {
        if (m_progress != nullptr && m_busy) {
            m_progress->setProgress(done, total,
                writing            ? tr("Writing %1 of %2").arg(countText(done), countText(total))
                    : done < total ? tr("Verifying this desk's copy: %1 of %2").arg(countText(done), countText(total))
                                   : tr("Comparing with the server"));
        }
    });
    read();
}

/// What was begun is seen to its end, or stopped on purpose.
void AlarmSheet::reject()
{
    if (!m_busy) {
        Sheet::reject();
    }
}

void AlarmSheet::setBusy(bool busy)
{
    m_busy = busy;
    m_progress->setVisible(busy);
    m_close->setOffReason(busy ? tr("The server is being given its entries. Cancel that first, or wait.") : QString());
}

void AlarmSheet::read()
{
    m_service.alarmView().then(qApp, guarded(this, [this](const Result<query::AlarmView>& alarm) { take(alarm); }));
}

void AlarmSheet::take(const Result<query::AlarmView>& alarm)
{
    if (!alarm) {
        setBody(wrapped(errorWords(alarm.error()), Type::Body, Role::Failed));
        return;
    }
    m_alarm = *alarm;
    setTitle(tr("What happened to this ledger"), ltr(cleanName(qs(m_alarm.location), 160)));
    if (m_alarm.kind == Kind::None) {
        auto* over = wrapped(tr("Nothing is wrong any more: what is shown now is what was verified here."));
        over->setObjectName(QStringLiteral("alarmOver"));
        setBody(over);
        return;
    }
    setBody(makeBody());
}

QWidget* AlarmSheet::makeBody()
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto* banner = new Banner;
    banner->setObjectName(QStringLiteral("alarmBlocked"));
    banner->setLook(Verdict::Vetoed);
    const QString entry = countText(m_alarm.entry);
    const QString what = m_alarm.kind == Kind::Truncated
        ? tr("Entry %1 and what follows are gone from the server").arg(entry)
        : m_alarm.kind == Kind::Forked  ? tr("Entry %1 is another one on the server").arg(entry)
        : m_alarm.kind == Kind::NoEntry ? tr("What the server shows as entry %1 is no entry of this ledger").arg(entry)
        : m_alarm.kind == Kind::Witnessed ? tr("Another desk has seen something else than this one")
                                          : tr("This is not the ledger that was seen here");
    banner->setText(what,
        tr("Nothing can be signed at this desk while this stands. What you read is your own copy, each entry verified "
           "here."));
    column->addWidget(banner);
    if (m_alarm.kind == Kind::Other || m_alarm.kind == Kind::Witnessed) {
        column->addWidget(wrapped(readableTimes(cleanName(qs(m_alarm.sentence), 800))));
    }
    addHeads(column);
    if (m_alarm.entry >= 0) {
        addSides(column);
    }
    addEvidence(column);
    column->addWidget(new Label(tr("Ways out"), Type::Strong));
    addRefillWay(column);
    addLossWay(column);
    addCompareWay(column);
    column->addStretch(1);
    return body;
}

void AlarmSheet::addHeads(QVBoxLayout* column)
{
    column->addWidget(new Label(tr("Both tree heads"), Type::Strong));
    auto* row = new QHBoxLayout;
    row->setSpacing(24);
    addHead(addColumn(row, tr("Verified at this desk"), QStringLiteral("knownHead")), m_alarm.known.size,
        m_alarm.known.root, true, QStringLiteral("knownRoot"));
    const QString there = m_alarm.kind == Kind::Witnessed ? tr("Seen by the other desk") : tr("Shown now");
    addHead(addColumn(row, there, QStringLiteral("foundHead")), m_alarm.found.size, m_alarm.found.root,
        m_alarm.kind != Kind::NoEntry, QStringLiteral("foundRoot"));
    for (int at = 0; at < row->count(); ++at) {
        static_cast<QVBoxLayout*>(row->itemAt(at)->widget()->layout())->addStretch(1);
    }
    column->addLayout(row);
}

void AlarmSheet::addSides(QVBoxLayout* column)
{
    column->addWidget(new Line);
    column->addWidget(
        new Label(tr("The first entry in question: entry %1").arg(countText(m_alarm.entry)), Type::Strong));
    auto* row = new QHBoxLayout;
    row->setSpacing(24);
    addSide(addColumn(row, tr("Verified at this desk"), QStringLiteral("sideHere")), m_alarm.here,
        tr("Nothing: the copy of this desk ends before it."));
    addSide(addColumn(row, tr("Shown now"), QStringLiteral("sideThere")), m_alarm.there,
        m_alarm.kind == Kind::Truncated ? tr("Nothing: the server ends before it.")
                                        : tr("Nothing that could be kept: the line is missing."));
    for (int at = 0; at < row->count(); ++at) {
        static_cast<QVBoxLayout*>(row->itemAt(at)->widget()->layout())->addStretch(1);
    }
    column->addLayout(row);
}

void AlarmSheet::addEvidence(QVBoxLayout* column)
{
    if (m_alarm.evidence.empty()) {
        return;
    }
    column->addWidget(new Line);
    column->addWidget(new Label(tr("Evidence"), Type::Strong));
    column->addWidget(
        wrapped(tr("Both sides are kept in a file. Do not throw it away: it shows others what happened.")));
    auto* path = mono(ltr(qs(m_alarm.evidence)), QStringLiteral("evidencePath"));
    path->setWordWrap(true);
    column->addWidget(path);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* save = new Button(Button::Kind::Outlined, tr("Save a copy…"));
    save->setObjectName(QStringLiteral("saveEvidence"));
    save->setIconName(QStringLiteral("export"));
    save->setOffReason(m_alarm.evidenceText.empty() ? tr("The file cannot be read any more.") : QString());
    connect(save, &Button::triggered, this, &AlarmSheet::saveEvidence);
    auto* folder = new Button(Button::Kind::Outlined, tr("Show in its folder"));
    folder->setObjectName(QStringLiteral("showEvidence"));
    folder->setIconName(QStringLiteral("folder"));
    connect(folder, &Button::triggered, this,
        [path = qs(m_alarm.evidence)] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).path())); });
    row->addWidget(save);
    row->addWidget(folder);
    row->addStretch(1);
    column->addLayout(row);
}

void AlarmSheet::saveEvidence()
{
    m_prompter.chooseSaveFile(this, tr("Save a copy of the evidence"), QFileInfo(qs(m_alarm.evidence)).fileName(),
        {tr("Evidence file (*.json)")}, [this](const QString& path) {
            if (path.isEmpty()) {
                return;
            }
            saveFile(path, QByteArray::fromStdString(m_alarm.evidenceText), this, [this, path](const Status& status) {
                Q_EMIT noticed(status ? QStringLiteral("export") : QStringLiteral("failed"),
                    status ? tr("Saved %1.").arg(ltr(path)) : errorWords(status.error()));
            });
        });
}

void AlarmSheet::addRefillWay(QVBoxLayout* column)
{
    m_refillCard = new WayCard(QStringLiteral("refillWay"), tr("Give the server back what it lost"),
        tr("This desk's copy is verified from the first entry, then the missing entries are appended: the same bytes "
           "at "
           "the same places. Nothing on the server is overwritten. Right where the database was restored from an old "
           "backup or failed over to a standby that lacked the newest entries."));
    m_progress = new ProgressRow;
    m_progress->setObjectName(QStringLiteral("refillProgress"));
    m_progress->setCancellable(true);
    m_progress->hide();
    m_result = wrapped({});
    m_result->setObjectName(QStringLiteral("refillResult"));
    m_result->hide();
    m_refillCard->addContent(m_progress);
    m_refillCard->addContent(m_result);
    Button* verb = m_refillCard->setVerb(
        Button::Kind::Outlined, tr("Give it back…"), QStringLiteral("import"), QStringLiteral("giveBack"));
    m_refillCard->setOffReason(coreWords(qs(m_alarm.refillOff)));
    connect(verb, &Button::triggered, this, &AlarmSheet::askRefill);
    connect(m_progress, &ProgressRow::cancelled, this, [this] { m_service.cancelRefill(); });
    column->addWidget(m_refillCard);
}

void AlarmSheet::addLossWay(QVBoxLayout* column)
{
    const bool canBe = m_alarm.kind == Kind::Truncated || m_alarm.kind == Kind::Forked;
    auto* way = new LossWay(m_service, m_prompter, m_identity, qs(m_alarm.location));
    way->setOffReason(canBe ? QString()
                            : tr("Nothing that was verified here is gone. Whoever runs the server has to take away "
                                 "what is no entry."));
    connect(way, &LossWay::noticed, this, &AlarmSheet::noticed);
    connect(way, &LossWay::settled, this, &AlarmSheet::read, Qt::QueuedConnection); // it replaces the card
    column->addWidget(way);
}

void AlarmSheet::addCompareWay(QVBoxLayout* column)
{
    auto* card = new WayCard(QStringLiteral("compareWay"), tr("Compare with a colleague"),
        tr("Read these to somebody whose desk has opened the same workspace, by voice or face to face. If their desk "
           "verified the same size and root, it is the server that changed. If theirs shows what the server shows now, "
           "two histories are about: keep both evidence files, sign nothing, and call whoever runs the database."));
    auto* facts = new FactList;
    facts->setLabelWidth(112);
    facts->addFact(tr("Workspace"), mono(ltr(qs(m_alarm.workspaceId)), QStringLiteral("compareWorkspace")));
    facts->addFact(tr("Size"), mono(countText(m_alarm.known.size), QStringLiteral("compareSize")));
    facts->addFact(tr("Root"), mono(grouped(m_alarm.known.root), QStringLiteral("compareRoot")));
    card->addContent(facts);
    auto* handbook = new Button(Button::Kind::Link, tr("Handbook: when the server is not what it was"));
    handbook->setObjectName(QStringLiteral("alarmHandbook"));
    connect(handbook, &Button::triggered, this, [this] { Q_EMIT handbookAsked(QStringLiteral("teams")); });
    card->addContent(handbook);
    Button* copy =
        card->setVerb(Button::Kind::Outlined, tr("Copy all three"), QStringLiteral("copy"), QStringLiteral("copyHead"));
    connect(copy, &Button::triggered, this, [this] {
        copyText(QString(qs(m_alarm.workspaceId) % QLatin1Char('@') % QString::number(m_alarm.known.size)
            % QLatin1Char(':') % qs(m_alarm.known.root.hex())));
    });
    column->addWidget(card);
}

void AlarmSheet::askRefill()
{
    Confirmation question;
    question.title = tr("Give the server back what it lost?");
    question.consequence =
        tr("%n entries are appended to %1, for everybody. If somebody emptied it on purpose, ask them "
           "first.",
            nullptr, static_cast<int>(m_alarm.known.size - m_alarm.found.size))
            .arg(ltr(cleanName(qs(m_alarm.location), 160)));
    question.verb = tr("Give it back");
    question.icon = QStringLiteral("import");
    m_prompter.confirm(this, question, [this](bool yes) {
        if (yes) {
            refill();
        }
    });
}

void AlarmSheet::refill()
{
    if (m_busy) {
        return;
    }
    setBusy(true);
    m_result->hide();
    m_progress->setProgress(0, 0, tr("Verifying this desk's copy"));
    m_refillCard->setOffReason(tr("It is under way."));
    m_service.refill().then(
        qApp, guarded(this, [this](const Result<query::Refilled>& filled) { takeRefilled(filled); }));
}

void AlarmSheet::takeRefilled(const Result<query::Refilled>& filled)
{
    setBusy(false);
    m_result->show();
    if (!filled) {
        m_refillCard->setOffReason({});
        m_result->setRole(Role::Failed);
        m_result->setText(errorWords(filled.error()));
        return;
    }
    m_refillCard->setOffReason(tr("It was done just now."));
    m_result->setRole(Role::Passed);
    m_result->setText(tr("The server holds everything again: %1 entries, %2 texts and %3 evidence files were written. "
                         "This desk compares once more and takes the alarm down by itself.")
                          .arg(countText(filled->lines), countText(filled->texts), countText(filled->evidence)));
}

} // namespace cs::ui
