// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/gate_model.h"

#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>

namespace cs::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::GateModel)
};

} // namespace

bool isLeft(const query::GateNode& node)
{
    return node.status != query::NodeStatus::Passed && node.status != query::NodeStatus::Overridden
        && node.status != query::NodeStatus::NotApplicable;
}

namespace {

constexpr qsizetype pairMax = 26; // a longer pair of value and bound leaves the title no room

/// Conditions below a group that apply, and how many of them are satisfied.
struct Count {
    qint64 satisfied = 0, applicable = 0;
};

void countLeaves(const query::GateNode& node, Count& count)
{
    if (node.status == query::NodeStatus::NotApplicable) {
        return;
    }
    if (node.leaf) {
        ++count.applicable;
        count.satisfied += isLeft(node) ? 0 : 1;
    }
    for (const query::GateNode& child : node.children) {
        countLeaves(child, count);
    }
}

QString groupText(const query::GateNode& node)
{
    Count count;
    countLeaves(node, count);
    return count.applicable == 0 ? QString()
                                 : Words::tr("%1 of %2").arg(countText(count.satisfied), countText(count.applicable));
}

QString measuredText(const query::GateNode& node)
{
    const QString value = coreWords(cleanName(measureText(qs(node.value), qs(node.bound)), 40));
    const QString bound = cleanName(measureText(qs(node.bound), {}), 40);
    if (value.isEmpty() || bound.isEmpty()) {
        return value.isEmpty() ? bound : value;
    }
    return value.size() + bound.size() > pairMax ? value : QString(value % QLatin1Char(' ') % bound);
}

} // namespace

QString gateTitle(const query::GateNode& node)
{
    const QString title = cleanName(qs(node.title));
    if (node.title != node.id) {
        return title;
    }
    // A group that its policy gave no title: the last part of its id, as words.
    QString words = title.mid(title.lastIndexOf(QLatin1Char('.')) + 1);
    words.replace(QLatin1Char('-'), QLatin1Char(' ')).replace(QLatin1Char('_'), QLatin1Char(' '));
    return words.isEmpty() ? title : QString(words.at(0).toUpper() % words.mid(1));
}

QString gateValueText(const query::GateNode& node)
{
    if (node.status == query::NodeStatus::NotApplicable) {
        return verdictWord(Verdict::NotApplicable);
    }
    const bool counted = node.approval || !node.leaf;
    QString text = measuredText(node);
    if (text.isEmpty() && !node.leaf) {
        text = groupText(node);
    }
    if (node.status != query::NodeStatus::Passed && (!counted || node.status != query::NodeStatus::Pending)) {
        const QString word = verdictWord(verdictOf(node.status));
        text = text.isEmpty() || node.approval ? word : QString(text % QStringLiteral(" · ") % word);
    }
    if (node.waitsForMe && node.leaf) {
        text = text.isEmpty() ? Words::tr("you") : Words::tr("%1 · you").arg(text);
    }
    return isolate(text);
}

struct GateModel::Item {
    query::GateNode node; // without its children
    QString value; // counts them
    Item* parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Item>> children;
};

GateModel::GateModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

GateModel::~GateModel() = default;

void GateModel::setGate(const query::GateNode& gate)
{
    m_gate = gate;
    rebuild();
}

void GateModel::setLeftOnly(bool leftOnly)
{
    m_leftOnly = leftOnly;
    rebuild();
}

void GateModel::rebuild()
{
    beginResetModel();
    m_root = std::make_unique<Item>();
    if (auto gate = build(m_gate, m_root.get())) {
        m_root->children.push_back(std::move(gate));
    }
    endResetModel();
}

std::unique_ptr<GateModel::Item> GateModel::build(const query::GateNode& node, Item* parent) const
{
    if (m_leftOnly && !isLeft(node)) {
        return nullptr;
    }
    auto item = std::make_unique<Item>();
    item->node = node;
    item->node.children.clear();
    item->value = gateValueText(node);
    item->parent = parent;
    for (const query::GateNode& child : node.children) {
        if (auto made = build(child, item.get())) {
            made->row = static_cast<int>(item->children.size());
            item->children.push_back(std::move(made));
        }
    }
    return item;
}

const query::GateNode* GateModel::node(const QModelIndex& index) const
{
    return index.isValid() ? &static_cast<const Item*>(index.constInternalPointer())->node : nullptr;
}

QModelIndex GateModel::indexFor(const Item* item) const
{
    return item && item != m_root.get() ? createIndex(item->row, 0, const_cast<Item*>(item)) : QModelIndex();
}

QModelIndex GateModel::firstWhere(const Item* item, bool (*wanted)(const query::GateNode&)) const
{
    if (item->parent && wanted(item->node)) {
        return indexFor(item);
    }
    for (const auto& child : item->children) {
        if (const QModelIndex found = firstWhere(child.get(), wanted); found.isValid()) {
            return found;
        }
    }
    return {};
}

QModelIndex GateModel::indexOf(const QString& id) const
{
    const std::string wanted = utf8(id);
    std::vector<const Item*> open;
    if (m_root) {
        open.push_back(m_root.get());
    }
    while (!open.empty()) {
        const Item* item = open.back();
        open.pop_back();
        if (item->parent && item->node.id == wanted) {
            return indexFor(item);
        }
        for (const auto& child : item->children) {
            open.push_back(child.get());
        }
    }
    return {};
}

QModelIndex GateModel::startIndex() const
{
    if (!m_root) {
        return {};
    }
    const QModelIndex mine =
        firstWhere(m_root.get(), [](const query::GateNode& node) { return node.leaf && node.waitsForMe; });
    if (mine.isValid()) {
        return mine;
    }
    const QModelIndex left =
        firstWhere(m_root.get(), [](const query::GateNode& node) { return node.leaf && isLeft(node); });
    return left.isValid() ? left : index(0, 0);
}

QModelIndex GateModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    const Item* item = parent.isValid() ? static_cast<const Item*>(parent.constInternalPointer()) : m_root.get();
    return createIndex(row, column, item->children[static_cast<std::size_t>(row)].get());
}

QModelIndex GateModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexFor(static_cast<const Item*>(child.constInternalPointer())->parent) : QModelIndex();
}

int GateModel::rowCount(const QModelIndex& parent) const
{
    const Item* item = parent.isValid() ? static_cast<const Item*>(parent.constInternalPointer()) : m_root.get();
    return item ? static_cast<int>(item->children.size()) : 0;
}

int GateModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant GateModel::data(const QModelIndex& index, int role) const
{
    const query::GateNode* found = node(index);
    if (!found) {
        return {};
    }
    const QString title = gateTitle(*found);
    const QString& value = static_cast<const Item*>(index.constInternalPointer())->value;
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::ToolTipRole:
        return QString(title % QLatin1Char('\n') % qs(found->because));
    case Qt::AccessibleTextRole:
        return tr("%1: %2, %3").arg(title, verdictWord(verdictOf(found->status)), withoutIsolates(value));
    case StatusRole:
        return static_cast<int>(found->status);
    case ValueRole:
        return value;
    case WaitsRole:
        return found->waitsForMe;
    case LeafRole:
        return found->leaf;
    case IdRole:
        return qs(found->id);
    default:
        return {};
    }
}

} // namespace cs::ui
