// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/compare_view.h"

#include "ui/policy/case_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips/role_badge.h"
#include "ui/widgets/face.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/panel_head.h"
#include "ui/widgets/policy/condition_words.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/error_face.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace cs::ui {
namespace {

constexpr int boundRole = Qt::UserRole + 1, changeRole = Qt::UserRole + 2, iconRole = Qt::UserRole + 3,
              depthRole = Qt::UserRole + 4, headRole = Qt::UserRole + 5, changedRole = Qt::UserRole + 6;

struct ChangeLook {
    QString word, icon;
    Role role = Role::Muted, tint = Role::Surface;
};

ChangeLook lookOf(query::NodeChange change)
{
    using Change = query::NodeChange;
    switch (change) {
    case Change::Weaker:
        return {CompareView::tr("Weaker"), QStringLiteral("unlock"), Role::Vetoed, Role::VetoedTint};
    case Change::Removed:
        return {CompareView::tr("Removed"), QStringLiteral("remove"), Role::Vetoed, Role::VetoedTint};
    case Change::Different:
        return {CompareView::tr("Different"), QStringLiteral("unlock"), Role::Vetoed, Role::VetoedTint};
    case Change::Stricter:
        return {CompareView::tr("Stricter"), QStringLiteral("lock"), Role::Passed, Role::PassedTint};
    case Change::Added:
        return {CompareView::tr("Added"), QStringLiteral("add"), Role::Passed, Role::PassedTint};
    case Change::Same:
        break;
    }
    return {CompareView::tr("same"), {}, Role::Muted, Role::Surface};
}

/// Column 0 and 2 are the revisions, column 1 says what became of the condition.
class CompareDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        const auto change = static_cast<query::NodeChange>(index.data(changeRole).toInt());
        ChangeLook look = lookOf(change);
        if (index.data(changedRole).toBool())
            look = {CompareView::tr("changed"), QStringLiteral("edit"), Role::Accent, Role::AccentTint};
        const bool head = index.data(headRole).toBool();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, colorOf(selected ? Role::Selected : head ? Role::Sunken : look.tint));
        const QRect all = option.rect;
        if (index.column() == 1) {
            paintChange(painter, all, look, head, option.direction);
        } else {
            paintSide(painter, all, index, head, option.direction);
        }
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {scaled(80), scaled(30)}; }

private:
    static void paintChange(
        QPainter* painter, const QRect& all, const ChangeLook& look, bool head, Qt::LayoutDirection direction)
    {
        if (head)
            return;
        painter->setFont(fontOf(look.icon.isEmpty() ? Type::Body : Type::Medium));
        painter->setPen(colorOf(look.role));
        const int icon = look.icon.isEmpty() ? 0 : scaled(18);
        const int width = painter->fontMetrics().horizontalAdvance(look.word) + icon;
        const QRect both(all.center().x() - width / 2, all.top(), width + 1, all.height());
        if (icon > 0)
            paintIcon(painter,
                mirrored(QRect(both.left(), all.center().y() - scaled(7), scaled(14), scaled(14)), all, direction),
                look.icon, look.role);
        painter->drawText(mirrored(both.adjusted(icon, 0, 0, 0), all, direction), Qt::AlignCenter, look.word);
    }
    static void paintSide(
        QPainter* painter, const QRect& all, const QModelIndex& index, bool head, Qt::LayoutDirection direction)
    {
        const QString title = index.data().toString();
        const int indent = scaled(12) + index.data(depthRole).toInt() * scaled(18);
        if (title.isEmpty()) {
            painter->setFont(fontOf(Type::Body));
            painter->setPen(colorOf(Role::Muted));
            drawElided(painter, mirrored(all.adjusted(indent, 0, -scaled(8), 0), all, direction),
                CompareView::tr("not in this revision"), direction);
            return;
        }
        const QString icon = index.data(iconRole).toString();
        const QRect sign(all.left() + indent, all.center().y() - scaled(8), scaled(16), scaled(16));
        if (!icon.isEmpty())
            paintIcon(painter, mirrored(sign, all, direction), icon, Role::Muted);
        painter->setFont(fontOf(Type::Body));
        const QString bound = index.data(boundRole).toString();
        const int width = tabularWidth(painter->fontMetrics(), bound);
        painter->setPen(colorOf(Role::Muted));
        const QRect end(all.right() - scaled(12) - width, all.top(), width + 1, all.height());
        drawTabular(painter, mirrored(end, all, direction), bound,
            QStyle::visualAlignment(direction, Qt::AlignRight) | Qt::AlignVCenter);
        painter->setFont(fontOf(head ? Type::Strong : Type::Body));
        painter->setPen(colorOf(Role::Text));
        const int left = icon.isEmpty() ? all.left() + indent : sign.right() + scaled(8);
        drawElided(painter,
            mirrored(QRect(left, all.top(), end.left() - scaled(8) - left, all.height()), all, direction), title,
            direction);
    }
};

Label* wrapped(const char* name, Type type = Type::Body, Role role = Role::Text)
{
    auto* label = new Label({}, type, role);
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    return label;
}

} // namespace

CompareView::CompareView(DraftKeeper& keeper, QWidget* parent)
    : QWidget(parent)
    , m_keeper(keeper)
    , m_older(new QComboBox)
    , m_newer(new QComboBox)
    , m_counts(new Label({}, Type::Body, Role::Muted))
    , m_weaker(new Label({}, Type::Medium, Role::Vetoed))
    , m_stricter(new Label({}, Type::Medium, Role::Passed))
    , m_onlyChanged(new Button(Button::Kind::Plain))
    , m_close(new Button(Button::Kind::Plain))
    , m_next(new Button(Button::Kind::Link))
    , m_tree(new QTreeWidget)
    , m_caseHead(new PanelHead({}))
    , m_signHead(new PanelHead({}))
    , m_case(wrapped("compareCase"))
    , m_suffices(wrapped("compareSuffices"))
    , m_lacks(wrapped("compareLacks"))
    , m_budget(wrapped("compareBudget", Type::Small, Role::Muted))
    , m_signers(new QVBoxLayout)
    , m_face(new Face)
    , m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("policyCompareView"));
    m_older->setObjectName(QStringLiteral("compareOlder"));
    m_newer->setObjectName(QStringLiteral("compareNewer"));
    m_onlyChanged->setObjectName(QStringLiteral("compareOnlyChanged"));
    m_close->setObjectName(QStringLiteral("compareClose"));
    m_close->setIconName(QStringLiteral("close"));
    m_next->setObjectName(QStringLiteral("compareNext"));
    build();
    connect(m_older, &QComboBox::activated, this, &CompareView::choose);
    connect(m_newer, &QComboBox::activated, this, &CompareView::choose);
    connect(m_close, &Button::triggered, this, &CompareView::closed);
    connect(m_onlyChanged, &Button::triggered, this, [this] {
        m_all = !m_all;
        retranslate();
        fillGates();
    });
    connect(m_next, &Button::triggered, this, [this] {
        ++m_at;
        showCase();
    });
    retranslate();
}

void CompareView::build()
{
    auto* bar = new Panel(Role::Surface);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 7, 16, 7);
    row->setSpacing(10);
    row->addWidget(m_older);
    row->addWidget(new Label(QStringLiteral("→"), Type::Body, Role::Muted));
    row->addWidget(m_newer);
    row->addWidget(m_weaker);
    row->addWidget(m_stricter);
    row->addWidget(m_counts, 1);
    row->addWidget(m_onlyChanged);
    row->addWidget(m_close);

    m_tree->setObjectName(QStringLiteral("compareTree"));
    m_tree->setColumnCount(3);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(0);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setItemDelegate(new CompareDelegate(m_tree));
    m_tree->header()->setSectionsMovable(false);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_tree->header()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_tree->header()->resizeSection(1, scaled(110));

    auto* whole = new QWidget;
    auto* wholeColumn = new QVBoxLayout(whole);
    wholeColumn->setContentsMargins(0, 0, 0, 0);
    wholeColumn->setSpacing(0);
    wholeColumn->addWidget(m_tree, 1);
    wholeColumn->addWidget(new Line);
    wholeColumn->addWidget(buildBelow());
    m_stack->addWidget(whole);
    m_stack->addWidget(m_face);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(new Line);
    column->addWidget(m_stack, 1);
}

QWidget* CompareView::buildBelow()
{
    auto* casePanel = new Panel(Role::Surface);
    auto* caseColumn = new QVBoxLayout(casePanel);
    caseColumn->setContentsMargins(0, 0, 0, 10);
    caseColumn->setSpacing(6);
    m_caseHead->addWidget(m_next);
    caseColumn->addWidget(m_caseHead);
    for (Label* label : {m_case, m_suffices, m_lacks, m_budget}) {
        label->setContentsMargins(16, 0, 16, 0);
        caseColumn->addWidget(label);
    }
    caseColumn->addStretch(1);
    auto* signPanel = new Panel(Role::Surface);
    auto* signColumn = new QVBoxLayout(signPanel);
    signColumn->setContentsMargins(0, 0, 0, 10);
    signColumn->setSpacing(6);
    signColumn->addWidget(m_signHead);
    m_signers->setContentsMargins(16, 0, 16, 0);
    m_signers->setSpacing(6);
    signColumn->addLayout(m_signers);
    signColumn->addStretch(1);
    auto* below = new QWidget;
    auto* belowRow = new QHBoxLayout(below);
    belowRow->setContentsMargins(0, 0, 0, 0);
    belowRow->setSpacing(0);
    belowRow->addWidget(casePanel, 5);
    belowRow->addWidget(new Line(Qt::Vertical));
    belowRow->addWidget(signPanel, 3);
    return below;
}

void CompareView::retranslate()
{
    m_older->setAccessibleName(tr("Older revision"));
    m_newer->setAccessibleName(tr("Newer revision"));
    m_tree->setAccessibleName(tr("Conditions of both revisions"));
    m_onlyChanged->setText(m_all ? tr("Show changed gates only") : tr("Show all gates"));
    m_close->setText(tr("Close"));
    m_caseHead->setTitle(tr("What becomes possible"));
    m_signHead->setTitle(tr("Who must sign"));
    m_tree->setHeaderLabels({m_older->currentText(), QString(), m_newer->currentText()});
}

void CompareView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        fillChoices();
        retranslate();
        fillGates();
        showCase();
        showSigners();
    }
    QWidget::changeEvent(event);
}

void CompareView::fillChoices()
{
    const query::PolicyDesk& desk = m_keeper.desk();
    for (QComboBox* box : {m_older, m_newer}) {
        const PolicyService::Side& side = box == m_older ? m_before : m_now;
        box->clear();
        for (const query::PolicyRevision& revision : desk.revisions)
            box->addItem(revision.inForce ? tr("Revision %1, in force").arg(revision.revision)
                                          : tr("Revision %1").arg(revision.revision),
                qs(revision.digest.text()));
        for (const query::PolicyCase& change : desk.open)
            box->addItem(tr("Revision %1, proposed").arg(change.what.revision), qs(change.what.digest.text()));
        if (m_keeper.draft().isOpen())
            box->addItem(tr("Draft"), QString());
        const QString wanted = side.revision ? qs(side.revision->text()) : QString();
        box->setCurrentIndex(box->findData(wanted));
    }
}

void CompareView::choose()
{
    const auto sideOf = [this](const QComboBox* box) {
        PolicyService::Side side;
        const QString digest = box->currentData().toString();
        if (digest.isEmpty())
            side.draft = m_keeper.draft().text();
        else if (const auto parsed = Digest::fromText(digest.toStdString()))
            side.revision = *parsed;
        return side;
    };
    compare(sideOf(m_older), sideOf(m_newer));
}

void CompareView::compare(PolicyService::Side before, PolicyService::Side now)
{
    m_before = std::move(before);
    m_now = std::move(now);
    fillChoices();
    retranslate();
    const quint64 turn = ++m_turn;
    m_keeper.service()
        .compare(m_before, m_now)
        .then(qApp, guarded(this, [this, turn](const Result<query::PolicyComparison>& comparison) {
            if (turn == m_turn)
                take(comparison);
        }));
}

void CompareView::take(const Result<query::PolicyComparison>& comparison)
{
    if (!comparison) {
        showError(*m_face, tr("The revisions could not be compared"), comparison.error(),
            [this] { compare(m_before, m_now); });
        m_stack->setCurrentWidget(m_face);
        return;
    }
    m_comparison = *comparison;
    m_at = 0;
    m_stack->setCurrentIndex(0);
    fillGates();
    showCase();
    showSigners();
    Q_EMIT finished();
}

QTreeWidgetItem* CompareView::row(QTreeWidgetItem* under, const QString& before, const QString& beforeBound,
    const QString& now, const QString& nowBound, query::NodeChange change, int depth)
{
    auto* item = under == nullptr ? new QTreeWidgetItem(m_tree) : new QTreeWidgetItem(under);
    item->setText(0, before);
    item->setText(1, lookOf(change).word);
    item->setText(2, now);
    item->setData(0, boundRole, beforeBound);
    item->setData(2, boundRole, nowBound);
    for (int column = 0; column < 3; ++column) {
        item->setData(column, changeRole, static_cast<int>(change));
        item->setData(column, depthRole, depth);
    }
    return item;
}

void CompareView::addNodes(
    QTreeWidgetItem* under, const std::string& gate, const json::Source& before, const json::Source& now)
{
    const auto& changes = m_comparison.gates[gate];
    const std::string root = "/gates" + json::step(gate) + "/require";
    std::map<std::string, std::string> older; // id → place
    const std::function<void(const json::Source&, const std::string&, std::map<std::string, std::string>&)> collect =
        [&](const json::Source& source, const std::string& at, std::map<std::string, std::string>& into) {
            into.emplace(std::string(source.at(at + "/id").string()), at);
            for (const std::string& child : ConditionWords::children(source.at(at)))
                collect(source, at + child, into);
        };
    collect(before, root, older);
    const auto add = [&](const std::string& id, const std::string& was, const std::string& is, int depth) {
        const json::Value b = before.at(was), n = now.at(is);
        const auto change = changes.find(id);
        auto* item = row(under, b.isObject() ? ConditionWords::title(b, before) : QString(), ConditionWords::bound(b),
            n.isObject() ? ConditionWords::title(n, now) : QString(), ConditionWords::bound(n),
            change == changes.end() ? query::NodeChange::Same : change->second, depth);
        item->setData(0, iconRole, ConditionWords::icon(b));
        item->setData(2, iconRole, ConditionWords::icon(n));
        for (int column : {0, 2})
            item->setToolTip(column, qs(id));
    };
    const std::function<void(const std::string&, int)> walk = [&](const std::string& at, int depth) {
        const std::string id(now.at(at + "/id").string());
        const auto was = older.find(id);
        add(id, was == older.end() ? "/-" : was->second, at, depth);
        if (was != older.end())
            older.erase(was);
        for (const std::string& child : ConditionWords::children(now.at(at)))
            walk(at + child, depth + 1);
    };
    if (now.at(root).isObject())
        walk(root, 0);
    for (const auto& [id, at] : older)
        if (before.at(at).isObject())
            add(id, at, "/-", 1);
}

void CompareView::fillGates()
{
    m_tree->clear();
    const json::Source before(m_comparison.textBefore), now(m_comparison.textNow);
    std::size_t weaker = 0, stricter = 0, same = 0;
    for (const auto& [gate, changes] : m_comparison.gates) {
        bool changed = false;
        for (const auto& [id, change] : changes) {
            using Change = query::NodeChange;
            weaker += change == Change::Weaker || change == Change::Removed || change == Change::Different ? 1U : 0U;
            stricter += change == Change::Stricter || change == Change::Added ? 1U : 0U;
            same += change == Change::Same ? 1U : 0U;
            changed = changed || change != Change::Same;
        }
        if (!changed && !m_all)
            continue;
        const bool there = now.at("/gates" + json::step(gate)).isValid();
        auto* head = row(nullptr, ConditionWords::gateTitle(gate, before), {},
            there ? ConditionWords::gateTitle(gate, now) : QString(), {}, query::NodeChange::Same, 0);
        for (int column = 0; column < 3; ++column)
            head->setData(column, headRole, true);
        head->setText(1, {});
        addNodes(head, gate, before, now);
    }
    for (const query::PolicyFinding& finding : m_comparison.findings)
        if (finding.rule != "gate") {
            auto* item = row(nullptr, cleanName(qs(finding.was), 300), {},
                cleanName(qs(finding.is.empty() ? finding.message : finding.is), 300), {}, query::NodeChange::Weaker,
                0);
            item->setToolTip(2, cleanName(coreWords(qs(finding.message)), 400));
            ++weaker;
        }
    addOthers(before, now);
    if (m_tree->topLevelItemCount() == 0)
        (void)row(nullptr, tr("Nothing is changed"), {}, tr("Nothing is changed"), {}, query::NodeChange::Same, 0);
    m_tree->expandAll();
    m_weaker->setText(weaker > 0 ? tr("%n weaker", nullptr, static_cast<int>(weaker)) : QString());
    m_stricter->setText(stricter > 0 ? tr("%n stricter", nullptr, static_cast<int>(stricter)) : QString());
    m_counts->setText(tr("%n the same", nullptr, static_cast<int>(same)));
}

/// Everything else that differs, whatever it weighs: labels, titles, roles, rules of change. A reviewer signs for all.
void CompareView::addOthers(const json::Source& before, const json::Source& now)
{
    QTreeWidgetItem* head = nullptr;
    std::string part;
    const auto shown = [](const std::string& place, const std::string& value) {
        return value.empty() ? QString() : cleanName(qs(place + ": " + value), 400);
    };
    for (const json::Difference& difference : json::differences(before.root(), now.root())) {
        const std::string& at = difference.pointer;
        const bool condition = at.starts_with("/gates/") && at.find("/require") != std::string::npos;
        if (condition || at == "/revision" || at == "/supersedes")
            continue;
        const std::string first = json::lastStep(at.substr(0, at.find('/', 1)));
        if (head == nullptr || first != part) {
            part = first;
            const QString title = ConditionWords::member(part);
            head = row(nullptr, title, {}, title, {}, query::NodeChange::Same, 0);
            for (int column = 0; column < 3; ++column)
                head->setData(column, headRole, true);
            head->setText(1, {});
        }
        const std::string place = at.substr(std::min(at.size(), part.size() + 2));
        auto* item =
            row(head, shown(place, difference.was), {}, shown(place, difference.is), {}, query::NodeChange::Same, 1);
        item->setText(1, tr("changed"));
        for (int column = 0; column < 3; ++column) {
            item->setData(column, changedRole, true);
            item->setToolTip(column, cleanName(qs(at), 300));
        }
    }
}

void CompareView::showCase()
{
    std::vector<const query::PolicyFinding*> cases;
    for (const query::PolicyFinding& finding : m_comparison.findings)
        cases.push_back(&finding);
    m_next->setVisible(cases.size() > 1);
    m_next->setText(tr("Next case"));
    m_suffices->hide();
    m_lacks->hide();
    m_budget->setText(m_comparison.undecided
            ? tr("Compared by what each lets through, in %1 ms. Some of it was not decided, and counts as weakening.")
                  .arg(m_comparison.milliseconds)
            : tr("Compared by what each lets through, in %1 ms. Nothing was left undecided.")
                  .arg(m_comparison.milliseconds));
    if (cases.empty()) {
        m_caseHead->setSecond({});
        m_case->setText(tr("Nothing: whatever passes under the newer revision passes under the older one too."));
        return;
    }
    m_at %= cases.size();
    const query::PolicyFinding& finding = *cases.at(m_at);
    m_caseHead->setSecond(tr("case %1 of %2").arg(m_at + 1).arg(cases.size()));
    m_case->setText(CaseWords::sentence(finding));
    if (finding.rule == "gate") {
        m_suffices->setText(tr("Enough now: %1").arg(CaseWords::items(finding.suffices)));
        m_suffices->show();
        if (!finding.lacks.empty()) {
            m_lacks->setText(tr("The older revision asked besides: %1").arg(CaseWords::items(finding.lacks)));
            m_lacks->show();
        }
    }
}

void CompareView::showSigners()
{
    clearLayout(m_signers);
    const auto add = [this](const query::PolicySigner& signer, const QString& why) {
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        const bool me = std::any_of(signer.holders.begin(), signer.holders.end(), [](const auto& p) { return p.me; });
        row->addWidget(new RoleBadge(qs(signer.role), cleanName(qs(signer.title), 60), me ? Who::Me : Who::Person));
        auto* words = new Label(cleanName(qs(signer.title), 80) + QStringLiteral("  ·  ") + why);
        words->setElide(Qt::ElideRight);
        row->addWidget(words, 1);
        const QString who = me       ? tr("you")
            : signer.holders.empty() ? tr("nobody holds it")
                                     : cleanName(qs(signer.holders.front().name), 60);
        row->addWidget(new Label(who, Type::Body,
            signer.holders.empty() ? Role::Failed
                : me               ? Role::Link
                                   : Role::Muted));
        m_signers->addWidget(line);
    };
    for (const query::PolicySigner& signer : m_comparison.signers) {
        using Why = query::PolicyAsk::Why;
        add(signer,
            signer.why == Why::Review         ? tr("may review it")
                : signer.why == Why::Affected ? tr("loses a say")
                                              : tr("may accept a weakening"));
    }
}

} // namespace cs::ui
