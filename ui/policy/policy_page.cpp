// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/policy_page.h"

#include "ui/policy/case_words.h"
#include "ui/policy/compare_view.h"
#include "ui/policy/policy_editor.h"
#include "ui/policy/policy_sheets.h"
#include "ui/policy/revisions_view.h"
#include "ui/policy/simulation_view.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/face.h"
#include "ui/widgets/fold_pane.h"
#include "ui/widgets/header_bar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/policy/condition_words.h"
#include "ui/widgets/prompter.h"
#include "ui/widgets/review/error_face.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/save_file.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace cs::ui {

PolicyPage::PolicyPage(
    WorkspaceService& service, DraftKeeper& keeper, const Clock& clock, Prompter& prompter, QWidget* parent)
    : Page(parent)
    , m_service(service)
    , m_keeper(keeper)
    , m_clock(clock)
    , m_prompter(prompter)
    , m_header(new HeaderBar(this))
    , m_primary(new Button(Button::Kind::Primary, {}, this))
    , m_mode(new Segments(this))
    , m_saved(new Label({}, Type::Small, Role::Muted, this))
    , m_compare(new Button(Button::Kind::Plain, {}, this))
    , m_simulate(new Button(Button::Kind::Plain, {}, this))
    , m_history(new Button(Button::Kind::Plain, {}, this))
    , m_discard(new Button(Button::Kind::Plain, {}, this))
    , m_case(new Banner(this))
    , m_editor(new PolicyEditor(keeper, this))
    , m_compareView(new CompareView(keeper, this))
    , m_simulationView(new SimulationView(keeper, this))
    , m_revisionsView(new RevisionsView(keeper, clock, this))
    , m_face(new Face(this))
    , m_views(new QStackedWidget(this))
    , m_bar(new Panel(Role::Surface, this))
{
    setObjectName(QStringLiteral("policyPage"));
    build();
    connectParts();
    retranslate();
    onDesk();
}

void PolicyPage::build()
{
    const auto name = [](Button* button, const char* object, const char* icon) {
        button->setObjectName(QString::fromLatin1(object));
        button->setIconName(QString::fromLatin1(icon));
    };
    name(m_primary, "policyPrimary", "policy");
    name(m_compare, "policyCompare", "compare");
    name(m_simulate, "policySimulate", "simulate");
    name(m_history, "policyHistory", "history");
    name(m_discard, "policyDiscard", "delete");
    m_header->addAction(m_primary);
    m_mode->setObjectName(QStringLiteral("policyMode"));
    m_mode->addSegment(QStringLiteral("tree"), {}, QStringLiteral("gate"));
    m_mode->addSegment(QStringLiteral("text"), {}, QStringLiteral("command"));
    m_saved->setObjectName(QStringLiteral("policySaved"));
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(16, 7, 16, 7);
    row->setSpacing(8);
    row->addWidget(m_mode);
    row->addWidget(m_saved);
    row->addStretch(1);
    for (Button* button : {m_compare, m_simulate, m_history, m_discard})
        row->addWidget(button);
    m_case->setObjectName(QStringLiteral("policyCase"));
    m_case->hide();
    for (QWidget* view :
        std::initializer_list<QWidget*>{m_editor, m_compareView, m_simulationView, m_revisionsView, m_face})
        m_views->addWidget(view);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_header);
    all->addWidget(m_bar);
    all->addWidget(new Line);
    all->addWidget(m_case);
    all->addWidget(m_views, 1);
}

void PolicyPage::connectParts()
{
    connect(&m_keeper, &DraftKeeper::deskChanged, this, &PolicyPage::onDesk);
    connect(&m_keeper, &DraftKeeper::judged, this, &PolicyPage::onText);
    connect(&m_keeper, &DraftKeeper::savedChanged, this, &PolicyPage::showSaved);
    connect(&m_keeper, &DraftKeeper::failed, this,
        [this](const Error& error) { say(QStringLiteral("failed"), errorWords(error)); });
    connect(&m_keeper.draft(), &PolicyDraft::openChanged, this, &PolicyPage::onDraft);
    connect(&m_keeper.draft(), &PolicyDraft::changed, this, [this] {
        if (m_keeper.draft().isOpen())
            m_primary->setOffReason(offReasonToPropose());
    });
    connect(&m_service, &WorkspaceService::identityChanged, this, [this](const IdentityView& identity) {
        m_identity = identity;
        showHead();
    });
    connect(m_mode, &Segments::currentChanged, this, [this](const QString& mode) {
        showEditor();
        m_editor->setText(mode == QLatin1String("text"));
    });
    connect(m_primary, &Button::triggered, this, &PolicyPage::primary);
    connect(m_compare, &Button::triggered, this, &PolicyPage::compareWithInForce);
    connect(m_simulate, &Button::triggered, this, &PolicyPage::simulate);
    connect(m_history, &Button::triggered, this, [this] { showRevisions(); });
    connect(m_discard, &Button::triggered, this, &PolicyPage::discard);
    connect(m_header, &HeaderBar::crumbActivated, this, [this] { showEditor(); });
    connect(m_case, &Banner::actionTriggered, this, [this] { showRevisions(); });
    connect(m_editor, &PolicyEditor::caseAsked, this, &PolicyPage::compareWithInForce);
    connect(m_editor, &PolicyEditor::raciAsked, this, [this] { Q_EMIT goTo("raci", {}); });
    connect(m_editor, &PolicyEditor::placeChanged, this, [this](const QString& place) { Q_EMIT visited(place); });
    connect(
        m_editor, &PolicyEditor::refused, this, [this](const QString& reason) { say(QStringLiteral("info"), reason); });
    connect(m_compareView, &CompareView::finished, this, &PolicyPage::loaded);
    connect(m_simulationView, &SimulationView::finished, this, &PolicyPage::loaded);
    connect(m_compareView, &CompareView::closed, this, &PolicyPage::showEditor);
    connect(m_simulationView, &SimulationView::closed, this, &PolicyPage::showEditor);
    connect(m_simulationView, &SimulationView::promotionAsked, this,
        [this](const QString& id) { Q_EMIT goTo("promotions", id); });
    connect(m_simulationView, &SimulationView::failed, this,
        [this](const Error& error) { say(QStringLiteral("failed"), errorWords(error)); });
    connect(m_revisionsView, &RevisionsView::closed, this, &PolicyPage::showEditor);
    connect(m_revisionsView, &RevisionsView::compareAsked, this, [this](const Digest& before, const Digest& now) {
        compare({before, {}}, {now, {}});
    });
    connect(m_revisionsView, &RevisionsView::draftAsked, this, [this](const Digest& digest) {
        m_keeper.begin(digest);
        showEditor();
    });
    connect(m_revisionsView, &RevisionsView::signAsked, this, &PolicyPage::signOff);
    connect(m_revisionsView, &RevisionsView::adoptAsked, this, &PolicyPage::adopt);
    connect(m_revisionsView, &RevisionsView::withdrawAsked, this, &PolicyPage::withdraw);
}

void PolicyPage::retranslate()
{
    m_mode->setText(QStringLiteral("tree"), tr("Tree"));
    m_mode->setText(QStringLiteral("text"), tr("Text"));
    m_mode->setAccessibleName(tr("View of the policy"));
    m_history->setText(tr("Revisions"));
    m_simulate->setText(tr("Simulate…"));
    m_discard->setText(tr("Discard…"));
    showHead();
    showSaved();
}

void PolicyPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void PolicyPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_editor->setFolded(isNarrow(window()->width()));
}

void PolicyPage::say(const QString& icon, const QString& words)
{
    Q_EMIT noticed({icon, words, {}, {}});
}

void PolicyPage::onDesk()
{
    const query::PolicyDesk& desk = m_keeper.desk();
    if (!desk.present && !m_keeper.draft().isOpen()) {
        m_face->clearSteps();
        m_face->setFace(QStringLiteral("policy"), Role::Muted, tr("No policy is in force"),
            tr("A workspace gets its first policy when it is founded."));
        m_views->setCurrentWidget(m_face);
    } else if (m_views->currentWidget() == m_face) {
        m_views->setCurrentWidget(m_editor);
    }
    m_bar->setVisible(desk.present);
    showHead();
    updateCounter();
}

/// What is shown came, or another text of it.
void PolicyPage::onText()
{
    showHead();
    if (m_proposeWhenJudged && m_keeper.isJudged())
        propose();
    if (!m_keeper.desk().present || m_keeper.draft().text().empty())
        return;
    if (!m_wanted.isEmpty())
        showWanted();
    if (m_views->currentWidget() != m_compareView && m_views->currentWidget() != m_simulationView)
        Q_EMIT loaded();
}

void PolicyPage::onDraft()
{
    showHead();
    showSaved();
}

void PolicyPage::updateCounter()
{
    std::size_t mine = 0;
    for (const query::PolicyCase& change : m_keeper.desk().open)
        mine += std::any_of(change.asks.begin(), change.asks.end(), [](const auto& ask) { return !ask.mine.empty(); })
                || (change.adoptable && m_keeper.desk().mayEdit)
            ? 1U
            : 0U;
    const std::size_t open = m_keeper.desk().open.size();
    Q_EMIT counterChanged(static_cast<int>(mine > 0 ? mine : open), mine > 0);
    m_case->setVisible(open > 0 && m_views->currentWidget() != m_revisionsView);
    if (open == 0)
        return;
    const query::PolicyCase& newest = m_keeper.desk().open.front();
    m_case->setLook(QStringLiteral("pending"), Role::Accent, Role::AccentTint);
    m_case->setText(
        tr("Revision %1 is proposed by %2").arg(newest.what.revision).arg(cleanName(qs(newest.what.proposer.name), 80)),
        newest.adoptable ? tr("All signatures are there. It can be put in force.")
                         : tr("%1 of %2 signatures are there.").arg(newest.given).arg(newest.asks.size()));
    m_case->setAction(tr("Open"));
}

QString PolicyPage::offReasonToPropose() const
{
    const query::DraftJudgement& judgement = m_keeper.judgement();
    if (!m_keeper.desk().mayEdit)
        return cleanName(qs(m_keeper.desk().mayNot), 300);
    if (!m_keeper.isJudged())
        return tr("The draft is still being checked.");
    if (!judgement.readable || judgement.errors > 0)
        return tr("The draft has errors. Mend what is listed below first.");
    return {};
}

void PolicyPage::showHead()
{
    const query::PolicyRevision* current = m_keeper.desk().inForce();
    const bool open = m_keeper.draft().isOpen();
    const QString name = cleanName(qs(std::string(m_keeper.draft().at("/title").string())), 120);
    const std::int64_t now = current == nullptr ? 0 : current->revision;
    QWidget* view = m_views->currentWidget();
    QList<Crumb> crumbs{{view == m_editor ? QString() : QStringLiteral("policy"), tr("Policy")}};
    if (view == m_compareView)
        crumbs.append({QString(), tr("Comparison")});
    else if (view == m_simulationView)
        crumbs.append({QString(), tr("Simulation")});
    else if (view == m_revisionsView)
        crumbs.append({QString(), tr("Revisions")});
    else
        crumbs.append(
            {QString(), open ? tr("Draft of revision %1").arg(now + 1) : tr("Revision %1, in force").arg(now)});
    m_header->setCrumbs(crumbs);
    m_header->setTitle(name.isEmpty() ? tr("Policy") : name);
    m_header->setFacts(open ? tr("A draft on this computer. Nobody else sees it before it is proposed.")
            : current == nullptr || !current->adopted ? QString()
                                                      : tr("since %1").arg(utcText(*current->adopted)));
    m_primary->setVisible(m_keeper.desk().present);
    m_primary->setIconName(open ? QStringLiteral("policy") : QStringLiteral("edit"));
    m_primary->setText(open ? tr("Propose revision %1…").arg(now + 1) : tr("Edit in a draft"));
    m_primary->setOffReason(open ? offReasonToPropose() : QString());
    m_compare->setText(tr("Compare with revision %1").arg(now));
    const QString none = open ? QString() : tr("There is no draft. \"Edit in a draft\" opens one.");
    m_compare->setOffReason(none);
    m_simulate->setOffReason(!none.isEmpty() || m_keeper.judgement().readable
            ? none
            : tr("The draft cannot be read yet. Mend the errors first."));
    m_discard->setVisible(open);
}

void PolicyPage::showSaved()
{
    const auto saved = m_keeper.savedAt();
    m_saved->setText(!m_keeper.draft().isOpen() ? tr("Read only")
            : saved                             ? tr("Draft saved %1").arg(utcClock(*saved))
                                                : tr("Saving…"));
}

void PolicyPage::showView(QWidget* view)
{
    m_views->setCurrentWidget(view);
    showHead();
    updateCounter();
}

void PolicyPage::showEditor()
{
    showView(m_editor);
}

void PolicyPage::primary()
{
    if (m_keeper.draft().isOpen()) {
        propose();
    } else {
        m_keeper.begin();
        showEditor();
        m_editor->focusContent();
    }
}

/// The first signature that waits for the signed-in person.
void PolicyPage::signFirst()
{
    for (const query::PolicyCase& change : m_keeper.desk().open)
        for (std::size_t i = 0; i < change.asks.size(); ++i)
            if (!change.asks.at(i).mine.empty()) {
                showRevisions(change.what.proposal);
                signOff(change.what.proposal, i, false);
                return;
            }
    say(QStringLiteral("info"), tr("No proposed change waits for your signature."));
}

void PolicyPage::adoptFirst()
{
    for (const query::PolicyCase& change : m_keeper.desk().open)
        if (change.adoptable && m_keeper.desk().mayEdit) {
            showRevisions(change.what.proposal);
            adopt(change.what.proposal);
            return;
        }
    say(QStringLiteral("info"), tr("No proposed change can be put in force by you now."));
}

void PolicyPage::compareWithInForce()
{
    const query::PolicyRevision* current = m_keeper.desk().inForce();
    if (current != nullptr)
        compare({current->digest, {}}, {std::nullopt, m_keeper.draft().text()});
}

void PolicyPage::compare(PolicyService::Side before, PolicyService::Side now)
{
    m_compareView->compare(std::move(before), std::move(now));
    showView(m_compareView);
}

void PolicyPage::simulate()
{
    m_simulationView->start(m_keeper.draft().text());
    showView(m_simulationView);
}

void PolicyPage::showRevisions(EntryIndex proposal)
{
    m_revisionsView->showCase(proposal);
    showView(m_revisionsView);
}

void PolicyPage::propose()
{
    if (QWidget* field = QApplication::focusWidget(); field != nullptr && m_editor->isAncestorOf(field))
        field->clearFocus(); // what was typed last belongs to it
    const Bytes text = m_keeper.proposal();
    if (!m_keeper.isJudged()) {
        m_proposeWhenJudged = true; // it was changed a moment ago
        return;
    }
    m_proposeWhenJudged = false;
    if (const QString reason = offReasonToPropose(); !reason.isEmpty()) {
        say(QStringLiteral("info"), reason);
        return;
    }
    const query::PolicyRevision* current = m_keeper.desk().inForce();
    if (current == nullptr)
        return;
    m_keeper.service()
        .compare({current->digest, {}}, {std::nullopt, text})
        .then(qApp, guarded(this, [this, text](const Result<query::PolicyComparison>& comparison) {
            if (!comparison)
                say(QStringLiteral("failed"), errorWords(comparison.error()));
            else if (m_keeper.draft().text() == text) // nobody wrote on meanwhile
                openPropose(text, *comparison);
        }));
}

void PolicyPage::openPropose(const Bytes& text, const query::PolicyComparison& comparison)
{
    auto index = std::make_shared<EntryIndex>(-1);
    auto* sheet = makeProposeSheet(m_service, m_keeper, text, comparison, index, m_identity, m_guardMs, window());
    connect(sheet, &ActionSheet::done, this, [this, index](const QString& words) {
        m_keeper.proposed();
        say(QStringLiteral("passed"), words);
        showRevisions(*index);
    });
    sheet->open();
}

/// The sheet shows what becomes possible: it is compared anew, for exactly the document that is signed.
void PolicyPage::signOff(EntryIndex proposal, std::size_t ask, bool reject)
{
    const query::PolicyRevision* current = m_keeper.desk().inForce();
    for (const query::PolicyCase& change : m_keeper.desk().open) {
        if (change.what.proposal != proposal || ask >= change.asks.size() || current == nullptr)
            continue;
        m_keeper.service()
            .compare({current->digest, {}}, {change.what.digest, {}})
            .then(qApp, guarded(this, [this, proposal, ask, reject](const Result<query::PolicyComparison>& comparison) {
                if (comparison)
                    openSignOff(proposal, ask, reject, *comparison);
                else
                    say(QStringLiteral("failed"), errorWords(comparison.error()));
            }));
        return;
    }
}

void PolicyPage::openSignOff(
    EntryIndex proposal, std::size_t ask, bool reject, const query::PolicyComparison& comparison)
{
    for (const query::PolicyCase& change : m_keeper.desk().open) {
        if (change.what.proposal != proposal || ask >= change.asks.size()
            || (change.asks.at(ask).mine.empty() && !(reject && !change.asks.at(ask).refusable.empty())))
            continue;
        auto* sheet = makeSignOffSheet(m_service, change, ask, reject, comparison, m_identity, m_guardMs, window());
        connect(
            sheet, &ActionSheet::done, this, [this](const QString& words) { say(QStringLiteral("passed"), words); });
        sheet->open();
        return;
    }
}

void PolicyPage::adopt(EntryIndex proposal)
{
    for (const query::PolicyCase& change : m_keeper.desk().open) {
        if (change.what.proposal != proposal)
            continue;
        auto* sheet = makeAdoptSheet(m_service, change, m_identity, m_guardMs, window());
        connect(sheet, &ActionSheet::done, this, [this](const QString& words) {
            say(QStringLiteral("passed"), words);
            showEditor();
        });
        sheet->open();
        return;
    }
}

void PolicyPage::withdraw(EntryIndex proposal)
{
    for (const query::PolicyCase& change : m_keeper.desk().open) {
        if (change.what.proposal != proposal)
            continue;
        auto* sheet = makeWithdrawSheet(m_service, change, m_identity, m_guardMs, window());
        connect(
            sheet, &ActionSheet::done, this, [this](const QString& words) { say(QStringLiteral("passed"), words); });
        sheet->open();
        return;
    }
}

void PolicyPage::discard()
{
    if (!m_keeper.draft().isOpen())
        return;
    m_prompter.confirm(this,
        {tr("Discard the draft?"),
            tr("What you have changed since revision %1 is gone for good.")
                .arg(m_keeper.desk().inForce() == nullptr ? 0 : m_keeper.desk().inForce()->revision),
            tr("Discard draft"), QStringLiteral("delete"), true, {}},
        [this](bool yes) {
            if (yes) {
                m_keeper.discard();
                showEditor();
            }
        });
}

void PolicyPage::exportText()
{
    const QString name = QStringLiteral("policy-%1.json").arg(qs(std::string(m_keeper.draft().at("/revision").raw())));
    m_prompter.chooseSaveFile(
        this, tr("Export the policy"), name, {tr("JSON file (*.json)")}, [this](const QString& path) {
            if (path.isEmpty())
                return;
            saveFile(
                path, QByteArray::fromStdString(m_keeper.draft().text()), this, [this, path](const Status& status) {
                    say(status ? QStringLiteral("export") : QStringLiteral("failed"),
                        status ? tr("Saved %1.").arg(ltr(path)) : errorWords(status.error()));
                });
        });
}

void PolicyPage::importText()
{
    m_prompter.chooseOpenFile(
        this, tr("Open a policy as a draft"), {tr("JSON file (*.json)")}, [this](const QString& path) {
            if (path.isEmpty())
                return;
            m_keeper.service().readFile(path).then(qApp, guarded(this, [this](const Result<Bytes>& text) {
                if (text) {
                    m_keeper.beginWith(*text);
                    showEditor();
                } else {
                    say(QStringLiteral("failed"), errorWords(text.error()));
                }
            }));
        });
}

void PolicyPage::open(const QString& target)
{
    m_keeper.reload();
    m_wanted = target;
    if (m_keeper.desk().present && !m_keeper.draft().text().empty())
        showWanted();
}

/// Where somebody wanted to go before there was anything to show.
void PolicyPage::showWanted()
{
    const QString target = std::exchange(m_wanted, {});
    if (target.startsWith(QLatin1String("case:"))) {
        showRevisions(target.mid(5).toLongLong());
    } else if (target == QLatin1String("revisions")) {
        showRevisions();
    } else if (target == QLatin1String("compare")) {
        compareWithInForce();
    } else if (target == QLatin1String("simulate")) {
        simulate();
    } else if (!target.isEmpty()) {
        showEditor();
        m_editor->showPlace(target);
    }
}

QByteArray PolicyPage::saveState() const
{
    return m_editor->saveState();
}

void PolicyPage::restoreState(const QByteArray& state)
{
    m_editor->restoreState(state);
}

} // namespace cs::ui
