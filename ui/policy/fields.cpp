// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/fields.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/policy/condition_words.h"
#include "ui/widgets/policy/policy_draft.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace cs::ui {
namespace {

constexpr qint64 unitSeconds[]{1, 60, 3600, 86'400};

QString text(json::Value value)
{
    return qs(std::string(value.string()));
}

QStringList keysOf(json::Value object)
{
    QStringList keys;
    for (const json::Value member : object)
        keys.append(qs(std::string(member.key())));
    return keys;
}

void clear(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        else if (item->layout() != nullptr)
            clear(item->layout());
        delete item;
    }
}

} // namespace

DurationField::DurationField(qint64 seconds, QWidget* parent)
    : QWidget(parent)
    , m_number(new QLineEdit(this))
    , m_unit(new QComboBox(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_number, 1);
    row->addWidget(m_unit);
    m_number->setObjectName(QStringLiteral("durationNumber"));
    m_number->setAccessibleName(tr("Number"));
    m_unit->setObjectName(QStringLiteral("durationUnit"));
    m_unit->setAccessibleName(tr("Unit of time"));
    m_unit->addItems({tr("seconds"), tr("minutes"), tr("hours"), tr("days")});
    m_number->setValidator(new QIntValidator(0, 315'360'000, m_number));
    int unit = 3;
    while (unit > 0 && (seconds == 0 || seconds % unitSeconds[unit] != 0))
        --unit;
    m_unit->setCurrentIndex(unit);
    m_number->setText(QString::number(seconds / unitSeconds[unit]));
    connect(m_number, &QLineEdit::editingFinished, this, [this] {
        if (m_number->isModified()) {
            m_number->setModified(false);
            emitEdited();
        }
    });
    connect(m_unit, &QComboBox::activated, this, &DurationField::emitEdited);
    setFocusProxy(m_number);
}

qint64 DurationField::seconds() const
{
    return m_number->text().toLongLong() * unitSeconds[std::clamp(m_unit->currentIndex(), 0, 3)];
}

void DurationField::emitEdited()
{
    Q_EMIT edited(seconds());
}

ChoiceListField::ChoiceListField(QList<Choice> choices, QStringList chosen, QWidget* parent)
    : QWidget(parent)
    , m_choices(std::move(choices))
    , m_chosen(std::move(chosen))
    , m_button(new Button(Button::Kind::Outlined, {}, this))
    , m_menu(new QMenu(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_button->setIconName(QStringLiteral("chevron-down"));
    m_button->setObjectName(QStringLiteral("choiceButton"));
    m_button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_menu->setObjectName(QStringLiteral("choiceMenu"));
    row->addWidget(m_button);
    for (const QString& id : m_chosen) // what is not known any more can still be taken out
        if (std::none_of(m_choices.cbegin(), m_choices.cend(), [&](const Choice& c) { return c.id == id; }))
            m_choices.append({id, cleanName(id), true});
    for (const Choice& choice : m_choices) {
        QAction* action = m_menu->addAction(choice.title.isEmpty() ? cleanName(choice.id) : choice.title);
        action->setCheckable(true);
        action->setChecked(m_chosen.contains(choice.id));
        action->setEnabled(choice.enabled);
        action->setData(choice.id);
        connect(action, &QAction::toggled, this, [this, id = choice.id](bool on) {
            m_chosen.removeAll(id);
            if (on)
                m_chosen.append(id);
            show();
            Q_EMIT edited(m_chosen);
        });
    }
    connect(m_button, &Button::triggered, this,
        [this] { m_menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height()))); });
    setFocusProxy(m_button);
    show();
}

void ChoiceListField::setChosen(const QStringList& chosen)
{
    m_chosen = chosen;
    show();
}

void ChoiceListField::show()
{
    QStringList titles;
    for (const QString& id : m_chosen)
        for (const Choice& choice : m_choices)
            if (choice.id == id)
                titles.append(choice.title.isEmpty() ? cleanName(choice.id) : choice.title);
    const QString all = titles.isEmpty() ? tr("none") : titles.join(QStringLiteral(", "));
    m_button->setText(all);
    m_button->setToolTip(all);
}

PredicateField::PredicateField(PolicyDraft& draft, std::string pointer, QWidget* parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_pointer(std::move(pointer))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    const json::Value value = m_draft.at(m_pointer);
    if (value.find("all").isArray())
        for (const json::Value part : value.find("all"))
            m_plain = read(part) && m_plain;
    else
        m_plain = read(value);
    rebuild();
}

bool PredicateField::read(json::Value value)
{
    Row row;
    if (value.find("fact").isString()) {
        row.fact = value.find("fact").string();
        row.equals = value.find("equals").boolean().value_or(true);
    } else if (value.find("tag").isString()) {
        row.tag = value.find("tag").string();
        row.op = value.find("op").string();
        const auto shown = [](json::Value v) {
            return v.boolean() ? (*v.boolean() ? QStringLiteral("true") : QStringLiteral("false"))
                               : qs(std::string(v.string()));
        };
        if (value.find("value").isArray())
            for (const json::Value one : value.find("value"))
                row.values.append(shown(one));
        else
            row.values.append(shown(value.find("value")));
    } else {
        return false;
    }
    m_rows.push_back(std::move(row));
    return true;
}

void PredicateField::rebuild()
{
    clear(m_column);
    if (!m_plain) {
        auto* words =
            new Label(ConditionWords::predicate(m_draft.at(m_pointer), m_draft.source()), Type::Body, Role::Text);
        words->setWordWrap(true);
        m_column->addWidget(words);
        auto* hint = new Label(tr("This condition is nested. Change it in the text."), Type::Small, Role::Muted);
        hint->setWordWrap(true);
        m_column->addWidget(hint);
        return;
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        addRow(i);
    auto* add = new Button(Button::Kind::Plain, tr("Add tag"));
    add->setObjectName(QStringLiteral("predicateAdd"));
    add->setIconName(QStringLiteral("add"));
    connect(add, &Button::triggered, this, [this] {
        for (const json::Value tag : m_draft.at("/tags")) {
            const std::string id(tag.key());
            const QString type = text(tag.find("type"));
            const bool used = std::any_of(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.tag == id; });
            if (used || type == QLatin1String("labels"))
                continue;
            m_rows.push_back({id, type == QLatin1String("ordered") ? "ge" : "eq", {},
                {type == QLatin1String("boolean") ? QStringLiteral("true") : text(tag.find("values").firstChild())},
                true});
            write();
            rebuild();
            return;
        }
    });
    m_column->addWidget(add, 0, Qt::AlignLeft);
}

QComboBox* PredicateField::tagBox(const Row& row) const
{
    auto* tag = new QComboBox;
    tag->setAccessibleName(tr("Tag or fact"));
    for (const QString& id : keysOf(m_draft.at("/tags")))
        tag->addItem(
            ConditionWords::tagTitle(id.toStdString(), m_draft.source()), QString(QStringLiteral("tag:") + id));
    for (const char* fact : {"has_production_version", "first_deployment_of_model", "training_code_unchanged",
             "successor_in_production", "modification_assessed", "residual_risk_accepted"})
        tag->addItem(ConditionWords::choice({}, QString::fromLatin1(fact)),
            QString(QStringLiteral("fact:") + QLatin1String(fact)));
    const QString known =
        row.fact.empty() ? QStringLiteral("tag:") + qs(row.tag) : QStringLiteral("fact:") + qs(row.fact);
    tag->setCurrentIndex(tag->findData(known));
    tag->setMinimumContentsLength(6);
    tag->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return tag;
}

QString PredicateField::typeOf(const Row& row) const
{
    return row.fact.empty() ? text(m_draft.at("/tags" + json::step(row.tag) + "/type")) : QStringLiteral("boolean");
}

QComboBox* PredicateField::opBox(const Row& row) const
{
    auto* op = new QComboBox;
    op->setAccessibleName(tr("Comparison"));
    if (typeOf(row) == QLatin1String("ordered")) {
        op->addItem(QStringLiteral("≥"), QStringLiteral("ge"));
        op->addItem(QStringLiteral("≤"), QStringLiteral("le"));
    }
    op->addItem(tr("is"), QStringLiteral("eq"));
    if (row.fact.empty())
        op->addItem(tr("is not"), QStringLiteral("ne"));
    if (row.op == "in")
        op->addItem(tr("is one of"), QStringLiteral("in"));
    op->setMinimumContentsLength(2);
    op->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    op->setCurrentIndex(std::max(0, op->findData(row.fact.empty() ? qs(row.op) : QStringLiteral("eq"))));
    return op;
}

QComboBox* PredicateField::valueBox(const Row& row) const
{
    auto* value = new QComboBox;
    value->setAccessibleName(tr("Value"));
    const json::Value values = m_draft.at("/tags" + json::step(row.tag) + "/values");
    if (typeOf(row) == QLatin1String("boolean")) {
        value->addItem(tr("yes"), QStringLiteral("true"));
        value->addItem(tr("no"), QStringLiteral("false"));
    } else {
        for (const json::Value one : values)
            value->addItem(cleanName(text(one)), text(one));
        value->setEditable(values.size() == 0 || row.op == "in");
    }
    const QString now = row.fact.empty() ? row.values.join(QStringLiteral(", "))
                                         : (row.equals ? QStringLiteral("true") : QStringLiteral("false"));
    value->setMinimumContentsLength(3);
    value->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    if (const int found = value->findData(now); found >= 0)
        value->setCurrentIndex(found);
    else if (value->isEditable())
        value->setEditText(now);
    return value;
}

void PredicateField::addRow(std::size_t index)
{
    const Row& row = m_rows.at(index);
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    auto* tag = tagBox(row);
    auto* op = opBox(row);
    auto* value = valueBox(row);
    auto* remove = new Button(Button::Kind::Plain);
    tag->setObjectName(QStringLiteral("predicateTag%1").arg(index));
    op->setObjectName(QStringLiteral("predicateOp%1").arg(index));
    value->setObjectName(QStringLiteral("predicateValue%1").arg(index));
    remove->setObjectName(QStringLiteral("predicateRemove%1").arg(index));
    remove->setIconName(QStringLiteral("close"));
    remove->setAccessibleName(tr("Remove this tag"));
    remove->setToolTip(tr("Remove this tag"));
    remove->setOffReason(m_rows.size() > 1 ? QString()
                                           : tr("The last one stays: without any it would always apply. Remove the "
                                                "whole condition instead."));
    for (QComboBox* box : {tag, op, value})
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    line->addWidget(tag, 6);
    line->addWidget(op, 3);
    line->addWidget(value, 4);
    line->addWidget(remove);
    m_column->addLayout(line);
    connect(tag, &QComboBox::activated, this, [this, index, tag] { takeTag(index, tag->currentData().toString()); });
    connect(op, &QComboBox::activated, this, [this, index, op] {
        m_rows.at(index).op = op->currentData().toString().toStdString();
        write();
    });
    const auto take = [this, index, value] {
        const QString chosen = value->isEditable() ? value->currentText() : value->currentData().toString();
        static const QRegularExpression comma(QStringLiteral("\\s*,\\s*"));
        Row& changed = m_rows.at(index);
        changed.equals = chosen == QLatin1String("true");
        changed.values = changed.op == "in" ? chosen.split(comma, Qt::SkipEmptyParts) : QStringList{chosen};
        write();
    };
    connect(value, &QComboBox::activated, this, take);
    if (value->isEditable())
        connect(value->lineEdit(), &QLineEdit::editingFinished, this, [value, take] {
            if (value->lineEdit()->isModified()) {
                value->lineEdit()->setModified(false);
                take();
            }
        });
    connect(remove, &Button::triggered, this, [this, index] {
        m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(index));
        write();
        rebuild();
    });
}

/// Another tag begins with its strictest value: what is still to be chosen asks more, not less.
void PredicateField::takeTag(std::size_t index, const QString& chosen)
{
    Row& changed = m_rows.at(index);
    changed = {};
    if (chosen.startsWith(QLatin1String("fact:"))) {
        changed.fact = chosen.mid(5).toStdString();
    } else {
        changed.tag = chosen.mid(4).toStdString();
        const QString kind = typeOf(changed);
        changed.op = kind == QLatin1String("ordered") ? "ge" : "eq";
        changed.values = {kind == QLatin1String("boolean")
                ? QStringLiteral("true")
                : text(m_draft.at("/tags" + json::step(changed.tag) + "/values").firstChild())};
    }
    write();
    rebuild();
}

QString PredicateField::asJson(const Row& row) const
{
    json::Writer out;
    out.beginObject();
    if (!row.fact.empty()) {
        out.member("fact", std::string_view(row.fact)).key("equals").boolean(row.equals);
    } else {
        const bool boolean = text(m_draft.at("/tags" + json::step(row.tag) + "/type")) == QLatin1String("boolean");
        const auto one = [&](const QString& value) {
            if (boolean)
                out.boolean(value == QLatin1String("true"));
            else
                out.string(value.toStdString());
        };
        out.member("tag", std::string_view(row.tag)).member("op", std::string_view(row.op)).key("value");
        if (row.op == "in") {
            out.beginArray();
            for (const QString& value : row.values)
                one(value);
            out.endArray();
        } else {
            one(row.values.value(0));
        }
    }
    out.endObject();
    return qs(out.take());
}

void PredicateField::write()
{
    QStringList parts;
    for (const Row& row : m_rows)
        parts.append(asJson(row));
    const QString all = parts.size() == 1 ? parts.first() : QStringLiteral("{\"all\":[%1]}").arg(parts.join(u','));
    if (const auto spaced = json::spaced(std::string_view(all.toStdString())))
        m_draft.set(m_pointer, *spaced);
}

QList<ChoiceListField::Choice> choicesFor(
    const std::string& member, const PolicyDraft& draft, const Vocabulary& vocabulary)
{
    QList<ChoiceListField::Choice> choices;
    const auto is = [&](std::initializer_list<const char*> names) {
        return std::any_of(names.begin(), names.end(), [&](const char* name) { return member == name; });
    };
    const auto addObjects = [&](const std::string& at, const char* title) {
        for (const json::Value item : draft.at(at)) {
            const QString id = draft.at(at).isObject() ? qs(std::string(item.key())) : text(item.find("id"));
            choices.append({id, cleanName(text(item.find(title)))});
        }
    };
    if (is({"roles", "producers", "proposers", "editors", "notifyRoles", "exclusiveWith", "membershipSignoff",
            "protectedRoles", "toRoles", "policyRoles", "ownerRole", "fallback", "remediationOwnerRoles"})) {
        const bool persons = !is({"producers", "proposers"});
        for (const json::Value role : draft.at("/roles")) {
            const bool human = role.find("kind").string() != "service";
            if (human || !persons)
                choices.append({qs(std::string(role.key())), cleanName(text(role.find("title")))});
        }
    } else if (is({"state", "from", "to", "initialState"})) {
        addObjects("/lifecycle/states", "label");
    } else if (is({"transitions", "distinctFromApproversOf"})) {
        for (const json::Value item : draft.at("/lifecycle/transitions"))
            if (item.find("kind").string() != "rollback")
                choices.append({text(item.find("id")),
                    cleanName(text(item.find("label")).isEmpty() ? text(item.find("id")) : text(item.find("label")))});
    } else if (is({"gate"})) {
        addObjects("/gates", "title");
    } else if (is({"guardrailSet"})) {
        addObjects("/guardrailSets", "title");
    } else if (is({"raciColumn"})) {
        addObjects("/raci/roles", "title");
    } else if (is({"metric", "signal", "counter"})) {
        for (const query::PolicyMetric& metric : vocabulary.metrics)
            choices.append({qs(metric.name), {}});
    } else if (is({"evidenceKind", "evidenceViewed"})) {
        for (const std::string& kind : vocabulary.evidenceKinds)
            choices.append({qs(kind), ConditionWords::choice({}, qs(kind))});
    }
    return choices;
}

} // namespace cs::ui
