// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/policy_editor.h"

#include "ui/policy/case_words.h"
#include "ui/policy/draft_model.h"
#include "ui/policy/node_form.h"
#include "ui/policy/policy_tree.h"
#include "ui/policy/text_view.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fold_pane.h"
#include "ui/widgets/page_state.h"
#include "ui/widgets/panel_head.h"
#include "ui/widgets/policy/condition_words.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <QEvent>
#include <QListWidget>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace cs::ui {
namespace {

constexpr const char* sections[][2] = {{"lifecycle", "flow"}, {"roles", "people"}, {"tags", "tag"},
    {"guardrailSets", "guardrail"}, {"rollback", "rollback"}, {"freezes", "frozen"}, {"breakGlass", "overridden"},
    {"invalidation", "stale"}, {"reevaluation", "refresh"}, {"governance", "edit"}};

QListWidget* list(const char* name)
{
    auto* made = new QListWidget;
    made->setObjectName(QString::fromLatin1(name));
    made->setFrameShape(QFrame::NoFrame);
    made->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    made->setUniformItemSizes(true);
    made->setItemDelegate(new PolicyRowDelegate(made));
    return made;
}

int leavesUnder(json::Value node, const json::Source& source, const std::string& pointer)
{
    const auto children = ConditionWords::children(node);
    int leaves = children.empty() ? 1 : 0;
    for (const std::string& child : children)
        leaves += leavesUnder(source.at(pointer + child), source, pointer + child);
    return leaves;
}

} // namespace

PolicyEditor::PolicyEditor(DraftKeeper& keeper, QWidget* parent)
    : QWidget(parent)
    , m_keeper(keeper)
    , m_draft(keeper.draft())
    , m_gatesHead(new PanelHead({}))
    , m_sectionsHead(new PanelHead({}))
    , m_treeHead(new PanelHead({}))
    , m_findingsHead(new PanelHead({}))
    , m_gates(list("policyGates"))
    , m_sections(list("policySections"))
    , m_findings(list("policyFindings"))
    , m_banner(new Banner(this))
    , m_model(new DraftModel(m_draft, this))
    , m_tree(new PolicyTree(this))
    , m_text(new PolicyTextView(m_draft, this))
    , m_form(new NodeForm(m_draft, this))
    , m_undo(new Button(Button::Kind::Plain, {}, this))
    , m_redo(new Button(Button::Kind::Plain, {}, this))
    , m_add(new Button(Button::Kind::Plain, {}, this))
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_middle(new QSplitter(Qt::Vertical, this))
{
    setObjectName(QStringLiteral("policyEditor"));
    auto* lists = buildLists();
    auto* middle = buildMiddle();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(lists);
    m_fold = new FoldPane(*m_splitter, middle, m_form);
    m_form->setMinimumWidth(scaled(240));
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({scaled(250), scaled(554), scaled(292)});

    connect(m_gates, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item != nullptr) {
            m_sections->setCurrentItem(nullptr);
            showSection(item->data(DraftModel::PointerRole).toString().toStdString());
        }
    });
    connect(m_sections, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item == nullptr)
            return;
        const QString pointer = item->data(DraftModel::PointerRole).toString();
        m_gates->setCurrentItem(nullptr);
        if (pointer == QLatin1String("/raci"))
            Q_EMIT raciAsked();
        else
            showSection(pointer.toStdString());
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& index) { m_form->setPlace(m_model->pointerOf(index)); });
    connect(m_findings, &QListWidget::itemActivated, this,
        [this](QListWidgetItem* item) { showPlace(item->data(DraftModel::PointerRole).toString()); });
    connect(m_findings, &QListWidget::itemClicked, this,
        [this](QListWidgetItem* item) { showPlace(item->data(DraftModel::PointerRole).toString()); });
    connect(m_banner, &Banner::actionTriggered, this, &PolicyEditor::caseAsked);
    connect(m_undo, &Button::triggered, &m_draft, &PolicyDraft::undo);
    connect(m_redo, &Button::triggered, &m_draft, &PolicyDraft::redo);
    connect(m_add, &Button::triggered, this, &PolicyEditor::addMenu);
    connect(m_form, &NodeForm::copyAsked, this, &PolicyEditor::copy);
    connect(m_form, &NodeForm::deleteAsked, this, &PolicyEditor::remove);
    connect(m_tree, &PolicyTree::deleteAsked, this, &PolicyEditor::remove);
    connect(m_tree, &PolicyTree::copyAsked, this, &PolicyEditor::copy);
    connect(m_tree, &PolicyTree::pasteAsked, this, &PolicyEditor::paste);
    connect(m_model, &DraftModel::moved, this, &PolicyEditor::chooseId);
    connect(&m_draft, &PolicyDraft::changed, this, &PolicyEditor::onDraft);
    connect(&m_draft, &PolicyDraft::openChanged, this, &PolicyEditor::onDraft);
    connect(&m_keeper, &DraftKeeper::judged, this, &PolicyEditor::onJudged);
    connect(&m_keeper, &DraftKeeper::deskChanged, this, [this] {
        const Vocabulary words{m_keeper.desk().metrics, m_keeper.desk().evidenceKinds};
        m_form->setVocabulary(words);
        m_text->setVocabulary(words);
    });
    retranslate();
    onDraft();
}

QWidget* PolicyEditor::buildLists()
{
    auto* panel = new Panel(Role::Surface, this);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_gatesHead);
    column->addWidget(m_gates, 3);
    column->addWidget(m_sectionsHead);
    column->addWidget(m_sections, 4);
    panel->setMinimumWidth(scaled(200));
    return panel;
}

QWidget* PolicyEditor::buildMiddle()
{
    m_undo->setObjectName(QStringLiteral("policyUndo"));
    m_undo->setIconName(QStringLiteral("undo"));
    m_redo->setObjectName(QStringLiteral("policyRedo"));
    m_redo->setIconName(QStringLiteral("redo"));
    m_add->setObjectName(QStringLiteral("policyAdd"));
    m_add->setIconName(QStringLiteral("add"));
    m_treeHead->addWidget(m_undo);
    m_treeHead->addWidget(m_redo);
    m_treeHead->addWidget(m_add);
    m_banner->setObjectName(QStringLiteral("policyBanner"));
    m_banner->hide();
    m_tree->setObjectName(QStringLiteral("policyTree"));
    m_tree->setModel(m_model);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_text);
    auto* top = new Panel(Role::Surface, this);
    auto* column = new QVBoxLayout(top);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_treeHead);
    column->addWidget(m_stack, 1);
    auto* bottom = new Panel(Role::Surface, this);
    bottom->setTopLine(true);
    auto* below = new QVBoxLayout(bottom);
    below->setContentsMargins(0, 1, 0, 0);
    below->setSpacing(0);
    below->addWidget(m_findingsHead);
    below->addWidget(m_findings, 1);
    m_middle->setObjectName(QStringLiteral("policyMiddle"));
    m_middle->setChildrenCollapsible(false);
    m_middle->addWidget(top);
    m_middle->addWidget(bottom);
    m_middle->setStretchFactor(0, 1);
    m_middle->setSizes({scaled(520), scaled(110)});
    return m_middle;
}

void PolicyEditor::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        onDraft();
        onJudged();
    }
    QWidget::changeEvent(event);
}

void PolicyEditor::retranslate()
{
    m_gatesHead->setTitle(tr("Gates"));
    m_sectionsHead->setTitle(tr("Document"));
    m_gates->setAccessibleName(tr("Gates"));
    m_sections->setAccessibleName(tr("Parts of the document"));
    m_findings->setAccessibleName(tr("Findings"));
    m_tree->setAccessibleName(tr("Conditions"));
    m_undo->setAccessibleName(tr("Undo"));
    m_undo->setToolTip(tr("Undo (Ctrl+Z)"));
    m_redo->setAccessibleName(tr("Redo"));
    m_redo->setToolTip(tr("Redo (Ctrl+Shift+Z)"));
    m_add->setText(tr("Add"));
    m_add->setToolTip(tr("Add a condition here (Insert)"));
    m_banner->setAction(tr("Show as a case"));
    m_fold->setTitles(tr("Conditions"), tr("Fields"));
}

bool PolicyEditor::canEdit() const
{
    return m_draft.isOpen();
}

bool PolicyEditor::isText() const
{
    return m_stack->currentWidget() == m_text;
}

void PolicyEditor::setText(bool text)
{
    if (text == isText())
        return;
    const std::string pointer = current();
    m_stack->setCurrentWidget(text ? static_cast<QWidget*>(m_text) : m_tree);
    m_form->setVisible(!text);
    m_add->setVisible(!text);
    if (text) {
        const json::Span span = m_draft.source().spanOf(m_draft.at(pointer));
        m_text->goTo(static_cast<std::int64_t>(span.begin), static_cast<std::int64_t>(span.begin));
        m_text->setFocus(Qt::OtherFocusReason);
    } else {
        if (m_treeIsOld && m_draft.source().status())
            reloadTree();
        showPlace(qs(
            m_draft.source().pointerAt(static_cast<std::size_t>(m_draft.offsetOf(m_text->textCursor().position())))));
        m_tree->setFocus(Qt::OtherFocusReason);
    }
}

std::string PolicyEditor::current() const
{
    return m_model->pointerOf(m_tree->currentIndex());
}

void PolicyEditor::focusContent()
{
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

QString PolicyEditor::place() const
{
    return qs(m_model->root());
}

void PolicyEditor::fillLists()
{
    if (!m_draft.source().status())
        return; // half-written: what stood there last
    const QSignalBlocker gates(m_gates), sectionsBlocked(m_sections);
    const auto marks = [this](const std::string& pointer) {
        int worst = 0;
        for (const query::PolicyFinding& finding : m_keeper.judgement().findings)
            if (finding.pointer == pointer || finding.pointer.starts_with(pointer + "/"))
                worst = std::max(worst,
                    finding.kind == query::PolicyFinding::Kind::Error         ? 3
                        : finding.kind == query::PolicyFinding::Kind::Weakens ? 2
                                                                              : 1);
        return worst;
    };
    const auto put = [&](QListWidget* into, int row, const QString& title, const QString& icon, const QString& bound,
                         const std::string& pointer) {
        QListWidgetItem* item = into->item(row);
        if (item == nullptr) {
            item = new QListWidgetItem;
            into->addItem(item);
        }
        item->setText(title);
        item->setToolTip(title);
        item->setData(DraftModel::IconRole, icon);
        item->setData(DraftModel::BoundRole, bound);
        item->setData(DraftModel::PointerRole, qs(pointer));
        item->setData(DraftModel::PlainRole, true);
        item->setData(DraftModel::FindingRole, marks(pointer));
    };
    int row = 0;
    for (const json::Value gate : m_draft.at("/gates")) {
        const std::string id(gate.key());
        const std::string pointer = "/gates" + json::step(id);
        const int leaves = leavesUnder(gate.find("require"), m_draft.source(), pointer + "/require");
        put(m_gates, row++, ConditionWords::gateTitle(id, m_draft.source()), QStringLiteral("gate"),
            QString::number(leaves), pointer);
    }
    while (m_gates->count() > row)
        delete m_gates->takeItem(row);
    row = 0;
    for (const auto& section : sections) {
        const json::Value value = m_draft.at(json::step(std::string_view(section[0])));
        if (!value.isValid())
            continue;
        const bool counted = value.isArray() || QLatin1String(section[0]) == QLatin1String("roles")
            || QLatin1String(section[0]) == QLatin1String("tags");
        put(m_sections, row++, sectionTitle(QLatin1String(section[0])), QLatin1String(section[1]),
            counted ? QString::number(value.size()) : QString(), json::step(std::string_view(section[0])));
    }
    put(m_sections, row++, tr("RACI matrix"), QStringLiteral("raci"), {}, "/raci");
    while (m_sections->count() > row)
        delete m_sections->takeItem(row);
}

QString PolicyEditor::sectionTitle(QLatin1String name)
{
    static const char* const words[][2] = {{"lifecycle", QT_TR_NOOP("Lifecycle")}, {"roles", QT_TR_NOOP("Roles")},
        {"tags", QT_TR_NOOP("Tags")}, {"guardrailSets", QT_TR_NOOP("Guardrails")}, {"rollback", QT_TR_NOOP("Rollback")},
        {"freezes", QT_TR_NOOP("Freezes")}, {"breakGlass", QT_TR_NOOP("Break-glass")},
        {"invalidation", QT_TR_NOOP("Invalidation")}, {"reevaluation", QT_TR_NOOP("Re-evaluation")},
        {"governance", QT_TR_NOOP("Change rules")}};
    for (const auto& word : words)
        if (name == QLatin1String(word[0]))
            return tr(word[1]);
    return name;
}

/// Where it was expanded and what was chosen stay.
void PolicyEditor::reloadTree()
{
    m_treeIsOld = false;
    QStringList folded;
    const std::function<void(const QModelIndex&)> collect = [&](const QModelIndex& index) {
        if (m_model->rowCount(index) > 0 && index.isValid() && !m_tree->isExpanded(index))
            folded.append(m_model->keyOf(index));
        for (int row = 0; row < m_model->rowCount(index); ++row)
            collect(m_model->index(row, 0, index));
    };
    collect({});
    const QString chosen =
        m_wantedId.isEmpty() ? m_model->keyOf(m_tree->currentIndex()) : std::exchange(m_wantedId, {});
    const std::string pointer = current();
    fillLists();
    m_model->setEditable(canEdit());
    m_model->reload();
    m_tree->expandAll();
    const std::function<void(const QModelIndex&)> fold = [&](const QModelIndex& index) {
        if (index.isValid() && folded.contains(m_model->keyOf(index)))
            m_tree->collapse(index);
        for (int row = 0; row < m_model->rowCount(index); ++row)
            fold(m_model->index(row, 0, index));
    };
    fold({});
    QModelIndex index = m_model->indexOfId(chosen);
    if (!index.isValid())
        index = m_model->indexOf(pointer);
    m_tree->setCurrentIndex(index.isValid() ? index : m_model->index(0, 0));
}

void PolicyEditor::onDraft()
{
    // A tree that nobody sees waits: a keystroke in the text is not its business. Half-written text has none.
    m_treeIsOld = true;
    const bool first = m_model->rowCount() == 0;
    if (first || (!isText() && m_draft.source().status()))
        reloadTree();
    if (m_gates->currentItem() == nullptr && m_sections->currentItem() == nullptr && m_gates->count() > 0
        && m_model->root().empty())
        m_gates->setCurrentRow(std::min(2, m_gates->count() - 1));
    m_form->setEditable(canEdit());
    m_text->setReadOnly(!canEdit());
    const QString closed = canEdit() ? QString() : tr("Open a draft first: \"Edit in a draft\".");
    m_add->setOffReason(closed);
    m_undo->setOffReason(m_draft.canUndo() ? QString() : tr("There is nothing to undo."));
    m_redo->setOffReason(m_draft.canRedo() ? QString() : tr("There is nothing to redo."));
    if (!canEdit())
        m_banner->hide();
}

void PolicyEditor::onJudged()
{
    const query::DraftJudgement& judgement = m_keeper.judgement();
    m_model->setJudgement(judgement);
    m_text->setFindings(judgement.findings);
    m_form->setJudgement(judgement);
    fillLists();
    showBanner();
    showFindings();
    askFewest();
}

/// For the mildest and the strictest model that the tags know.
void PolicyEditor::askFewest()
{
    if (!m_keeper.judgement().readable)
        return;
    const quint64 turn = ++m_fewestTurn;
    m_fewest.clear();
    for (const bool strictest : {false, true}) {
        std::map<std::string, std::string> tags;
        for (const json::Value tag : m_draft.at("/tags")) {
            const std::string type(tag.find("type").string());
            if (type == "boolean")
                tags[std::string(tag.key())] = strictest ? "true" : "false";
            else if (type == "ordered")
                for (const json::Value value : tag.find("values"))
                    if (strictest || !tags.contains(std::string(tag.key())))
                        tags[std::string(tag.key())] = std::string(value.string());
        }
        m_keeper.service()
            .fewest(m_draft.text(), tags)
            .then(qApp, guarded(this, [this, turn, strictest](const Result<query::FewestPeople>& people) {
                if (turn != m_fewestTurn || !people)
                    return;
                m_fewest.append(fewestWords(*people, strictest));
                m_form->setFewest(m_fewest);
            }));
    }
}

QString PolicyEditor::fewestWords(const query::FewestPeople& people, bool strictest)
{
    const QString which = strictest ? tr("Strictest tags") : tr("Mildest tags");
    if (people.sets.empty())
        return people.complete ? tr("%1: nobody can, whoever they are.").arg(which)
                               : tr("%1: it could not be found out in time.").arg(which);
    QStringList names;
    for (const query::PersonView& person : people.sets.front())
        names.append(cleanName(qs(person.name), 60));
    QString words = tr("%1: %n people, for example %2.", nullptr, static_cast<int>(people.sets.front().size()))
                        .arg(which, names.join(QStringLiteral(", ")));
    if (people.sets.size() > 1)
        words += u' ' + tr("%n sets of them could.", nullptr, static_cast<int>(people.sets.size()));
    return words;
}

void PolicyEditor::showBanner()
{
    const query::DraftJudgement& judgement = m_keeper.judgement();
    m_banner->setVisible(judgement.weakens && canEdit());
    if (!judgement.weakens)
        return;
    m_banner->setLook(QStringLiteral("policy"), Role::Vetoed, Role::VetoedTint);
    QString words;
    for (const query::PolicyFinding& finding : judgement.findings)
        if (finding.kind == query::PolicyFinding::Kind::Weakens) {
            words = CaseWords::sentence(finding);
            break;
        }
    if (judgement.undecided)
        words += u' ' + tr("Some of it could not be decided in time, and counts as weakening.");
    const QString signers = CaseWords::signers(judgement.signers, judgement.coolOffSeconds);
    m_banner->setText(tr("This draft weakens the policy"),
        words + u'\n' + (signers.isEmpty() ? QString() : tr("Must sign first: %1").arg(signers)));
}

void PolicyEditor::showFindings()
{
    const query::DraftJudgement& judgement = m_keeper.judgement();
    m_findingsHead->setTitle(tr("Findings"));
    m_findingsHead->setSecond(CaseWords::counts(judgement)
        + (judgement.milliseconds > 0 ? QStringLiteral("  ·  ") + tr("checked in %1 ms").arg(judgement.milliseconds)
                                      : QString()));
    const QSignalBlocker blocked(m_findings);
    m_findings->clear();
    for (const query::PolicyFinding& finding : judgement.findings) {
        const QString words = finding.kind == query::PolicyFinding::Kind::Weakens
            ? CaseWords::sentence(finding)
            : cleanName(coreWords(qs(finding.message)), 400);
        auto* item = new QListWidgetItem(words, m_findings);
        item->setToolTip(words);
        item->setData(DraftModel::IconRole, CaseWords::icon(finding.kind));
        item->setData(DraftModel::PlainRole, true);
        item->setData(DraftModel::PointerRole, qs(finding.pointer));
        item->setData(
            DraftModel::BoundRole, finding.line > 0 ? tr("line %1", "line of a text").arg(finding.line) : QString());
        item->setData(DraftModel::MarkRole, static_cast<int>(finding.kind));
    }
}

void PolicyEditor::showSection(const std::string& pointer)
{
    const std::string require = pointer + "/require";
    const bool gate = pointer.starts_with("/gates/") && m_draft.at(require).isValid();
    m_model->setRoot(gate ? require : pointer);
    m_tree->expandAll();
    m_treeHead->setTitle(gate ? ConditionWords::gateTitle(json::lastStep(pointer), m_draft.source())
                              : sectionTitle(QLatin1String(json::lastStep(pointer).c_str())));
    m_treeHead->setSecond(gate ? ltr(qs(json::lastStep(pointer))) : QString());
    m_model->setJudgement(m_keeper.judgement());
    m_tree->setCurrentIndex(m_model->index(0, 0));
    m_form->setPlace(gate && m_model->rowCount() == 0 ? pointer : current());
    if (isText()) {
        const json::Span span = m_draft.source().spanOf(m_draft.at(pointer));
        m_text->goTo(static_cast<std::int64_t>(span.begin), static_cast<std::int64_t>(span.begin));
    }
    Q_EMIT placeChanged(qs(json::lastStep(pointer)));
}

void PolicyEditor::showPlace(const QString& place)
{
    std::string pointer = place.toStdString();
    if (!pointer.starts_with('/')) {
        const std::string gate = "/gates" + json::step(pointer);
        const std::string named = m_draft.placeOfId(pointer);
        pointer = m_draft.at(gate).isValid() ? gate : named.empty() ? json::step(pointer) : named;
    }
    if (isText()) {
        const json::Span span = m_draft.source().spanOf(m_draft.at(pointer));
        m_text->goTo(static_cast<std::int64_t>(span.begin), static_cast<std::int64_t>(span.end));
        return;
    }
    for (QListWidget* into : {m_gates, m_sections})
        for (int row = 0; row < into->count(); ++row) {
            const std::string at = into->item(row)->data(DraftModel::PointerRole).toString().toStdString();
            if (pointer != at && !pointer.starts_with(at + "/"))
                continue;
            into->setCurrentRow(row);
            if (const QModelIndex index = m_model->indexOf(pointer); index.isValid()) {
                m_tree->setCurrentIndex(index);
                m_tree->scrollTo(index);
            }
            return;
        }
}

void PolicyEditor::chooseId(const QString& id)
{
    if (const QModelIndex index = m_model->indexOfId(id); index.isValid()) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
    }
}

void PolicyEditor::nextFinding()
{
    const auto& findings = m_keeper.judgement().findings;
    if (findings.empty())
        return;
    const std::size_t at = m_finding++ % findings.size();
    m_findings->setCurrentRow(static_cast<int>(at));
    showPlace(qs(findings.at(at).pointer));
}

QByteArray PolicyEditor::saveState() const
{
    return packState({m_fold->splitterState(), m_middle->saveState()});
}

void PolicyEditor::restoreState(const QByteArray& state)
{
    if (const auto parts = unpackState(state, 2); !parts.isEmpty()) {
        m_fold->restoreSplitter(parts.at(0));
        m_middle->restoreState(parts.at(1));
    }
}

void PolicyEditor::setFolded(bool folded)
{
    m_fold->setFolded(folded);
}

} // namespace cs::ui
