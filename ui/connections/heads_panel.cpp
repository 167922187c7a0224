// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/heads_panel.h"

#include "ui/widgets/button.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/label.h"
#include "ui/widgets/prompter.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/review/save_file.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace cs::ui {

namespace {

using Relation = query::SeenHead::Relation;

constexpr int factWidth = 168;

Role roleOf(const query::SeenHead& seen)
{
    if (seen.alarm) {
        return Role::Vetoed;
    }
    return seen.relation == Relation::Part ? Role::Passed : seen.relation == Relation::Other ? Role::Stale : Role::Text;
}

} // namespace

HeadsPanel::HeadsPanel(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_clock(clock)
    , m_prompter(prompter)
    , m_title(new Label({}, Type::Strong))
    , m_why(new Label({}, Type::Body, Role::Muted))
    , m_failure(new Label({}, Type::Body, Role::Failed))
    , m_facts(new FactList)
    , m_folder(new Button(Button::Kind::Outlined))
    , m_stop(new Button(Button::Kind::Plain))
    , m_compare(new Button(Button::Kind::Outlined))
    , m_save(new Button(Button::Kind::Plain))
    , m_copy(new Button(Button::Kind::Plain))
    , m_forget(new Button(Button::Kind::Plain))
{
    setObjectName(QStringLiteral("headsPanel"));
    build();
    retranslate();
    connect(m_folder, &Button::triggered, this, &HeadsPanel::chooseFolder);
    connect(m_stop, &Button::triggered, this, [this] {
        m_service.exchangeHeads({}).then(
            qApp, guarded(this, [this](const Result<query::HeadsView>& heads) { take(heads); }));
    });
    connect(m_compare, &Button::triggered, this, &HeadsPanel::chooseFile);
    connect(m_save, &Button::triggered, this, &HeadsPanel::saveOwn);
    connect(m_copy, &Button::triggered, this, &HeadsPanel::copyKey);
    connect(m_forget, &Button::triggered, this, [this] {
        const auto other =
            std::ranges::find_if(m_heads->seen, [](const auto& seen) { return seen.relation == Relation::Other; });
        if (other == m_heads->seen.end()) {
            return;
        }
        const QString source = qs(other->source);
        m_prompter.confirm(window(),
            {tr("Forget what %1 says?").arg(isolate(cleanName(source, 80))),
                tr("It names another history than this ledger. Forget it only when you know why: it is the only sign "
                   "of "
                   "two histories that this desk has."),
                tr("Forget it"), QStringLiteral("close"), true, {}},
            [this, source](bool sure) {
                if (sure) {
                    m_service.forgetHead(source).then(
                        qApp, guarded(this, [this](const Result<query::HeadsView>& heads) { take(heads); }));
                }
            });
    });
    connect(&m_service, &WorkspaceService::headsChanged, this, &HeadsPanel::read);
}

void HeadsPanel::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    m_why->setWordWrap(true);
    m_failure->setWordWrap(true);
    m_facts->setLabelWidth(factWidth);
    column->addWidget(m_title);
    column->addWidget(m_why);
    column->addWidget(m_facts);
    column->addWidget(m_failure);
    auto* first = new QHBoxLayout;
    first->setSpacing(8);
    for (Button* button : {m_folder, m_compare, m_save, m_copy, m_stop, m_forget}) {
        first->addWidget(button);
    }
    first->addStretch(1);
    column->addLayout(first);
    const std::pair<QWidget*, const char*> names[] = {{m_folder, "exchangeHeads"}, {m_stop, "stopExchange"},
        {m_compare, "compareHead"}, {m_save, "saveHead"}, {m_copy, "copyDeskKey"}, {m_forget, "forgetHead"},
        {m_facts, "headsFacts"}, {m_failure, "headsFailure"}};
    for (const auto& [widget, name] : names) {
        widget->setObjectName(QString::fromLatin1(name));
    }
}

void HeadsPanel::retranslate()
{
    m_title->setText(tr("What other desks have seen"));
    m_why->setText(tr("One desk alone cannot tell that a server keeps entries back, or shows others another history. "
                      "Compare over a way that the server's owner does not control: a shared folder, or a file by "
                      "mail."));
    m_folder->setText(tr("Exchange over a folder…"));
    m_stop->setText(tr("Stop exchanging"));
    m_compare->setText(tr("Compare a file…"));
    m_save->setText(tr("Save this desk's head…"));
    m_copy->setText(tr("Copy this desk's key"));
    m_copy->setToolTip(tr("For an administrator, who trusts this desk as a witness with it"));
    m_forget->setText(tr("Forget…"));
    refresh();
}

void HeadsPanel::read()
{
    m_service.headsSeen().then(qApp, guarded(this, [this](const Result<query::HeadsView>& heads) { take(heads); }));
}

void HeadsPanel::take(const Result<query::HeadsView>& heads)
{
    m_failure->setText(heads ? QString() : errorWords(heads.error()));
    if (heads) {
        m_heads = *heads;
    }
    refresh();
}

QString HeadsPanel::wordsOf(const query::SeenHead& seen) const
{
    QStringList who;
    for (const std::string& voucher : seen.vouchers) {
        who.append(isolate(cleanName(qs(voucher), 60)));
    }
    const QString by = who.isEmpty() ? tr("signed by nobody whom this ledger trusts")
                                     : tr("signed by %1").arg(who.join(QStringLiteral(", ")));
    const QString is = seen.relation == Relation::Part ? tr("part of this ledger")
        : seen.relation == Relation::GivenUp           ? tr("given up by the administrators")
        : seen.relation == Relation::Newer             ? tr("newer than what is here")
                                                       : tr("another history");
    //: how many entries a tree head names, what it is, who signed it, when it came
    return tr("%1 entries, %2; %3; %4").arg(countText(seen.head.size), is, by, relativeTime(seen.came, m_clock.now()));
}

void HeadsPanel::refresh()
{
    m_facts->clear();
    const bool known = m_heads.has_value();
    const bool exchanges = known && !m_heads->folder.empty();
    m_stop->setVisible(exchanges);
    m_failure->setVisible(!m_failure->text().isEmpty());
    m_forget->setVisible(
        known && std::ranges::any_of(m_heads->seen, [](const auto& seen) { return seen.relation == Relation::Other; }));
    m_copy->setOffReason(
        known && m_heads->deskKey.empty() ? tr("The keychain is locked, or there is none.") : QString());
    m_facts->setVisible(known);
    if (!known) {
        return;
    }
    m_facts->addFact(tr("Exchanged over"), exchanges ? ltr(cleanName(qs(m_heads->folder), 300)) : tr("nothing yet"));
    if (!m_heads->folderTrouble.empty()) {
        m_facts->addFact(tr("Last exchange"), cleanName(coreWords(qs(m_heads->folderTrouble)), 400))
            ->setRole(Role::Stale);
    }
    m_facts->addFact(tr("This desk as a witness"),
        m_heads->deskKey.empty()   ? tr("has no key: the keychain is locked, or there is none")
            : m_heads->deskTrusted ? tr("trusted by the administrators")
                                   : tr("not trusted yet: others see its heads, and they block nothing"));
    for (const query::SeenHead& seen : m_heads->seen) {
        m_facts->addFact(cleanName(qs(seen.source), 80), wordsOf(seen))->setRole(roleOf(seen));
    }
    if (m_heads->seen.empty()) {
        m_facts->addFact(tr("Others"), tr("nothing came from another desk yet"));
    }
}

void HeadsPanel::chooseFolder()
{
    m_prompter.chooseFolder(window(), tr("Folder that the desks share"), [this](const QString& folder) {
        if (folder.isEmpty()) {
            return;
        }
        m_service.exchangeHeads(folder).then(
            qApp, guarded(this, [this](const Result<query::HeadsView>& heads) { take(heads); }));
    });
}

void HeadsPanel::chooseFile()
{
    m_prompter.chooseOpenFile(window(), tr("Tree head of another desk"),
        {tr("Checkpoints (*.checkpoint)"), tr("All files (*)")}, [this](const QString& path) {
            if (path.isEmpty()) {
                return;
            }
            m_service.compareHead(path).then(
                qApp, guarded(this, [this](const Result<query::HeadsView>& heads) { take(heads); }));
        });
}

void HeadsPanel::saveOwn()
{
    m_prompter.chooseSaveFile(window(), tr("Save this desk's head"), QStringLiteral("head.checkpoint"),
        {tr("Checkpoints (*.checkpoint)")}, [this](const QString& path) {
            if (path.isEmpty()) {
                return;
            }
            m_service.ownHead().then(qApp, guarded(this, [this, path](const Result<Bytes>& note) {
                if (!note) {
                    m_failure->setText(errorWords(note.error()));
                    refresh();
                    return;
                }
                saveFile(path, QByteArray::fromStdString(*note), this, [this, path](const Status& saved) {
                    m_failure->setText(saved ? QString() : errorWords(saved.error()));
                    refresh();
                    if (saved) {
                        Q_EMIT noticed(tr("Saved %1.").arg(ltr(path)));
                    }
                });
            }));
        });
}

void HeadsPanel::copyKey()
{
    QApplication::clipboard()->setText(qs(m_heads ? m_heads->deskKey : std::string()));
    Q_EMIT noticed(tr("The key is in the clipboard. An administrator trusts it for the purpose “witness”."));
}

void HeadsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace cs::ui
