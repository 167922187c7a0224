// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/draft_model.h"

#include "ui/widgets/policy/condition_words.h"
#include "ui/widgets/policy/policy_draft.h"
#include "ui/widgets/words.h"

#include <QMimeData>
#include <QRegularExpression>

namespace cs::ui {
namespace {

constexpr int depthMax = 64;
const QString mimeType = QStringLiteral("application/x-countersign-condition");

QString plain(json::Value value)
{
    return cleanName(qs(std::string(value.string())));
}

/// How an object of a section is called: by its title, label or id, else by the member that it stands under.
QString nameOf(json::Value value, const std::string& pointer)
{
    for (const char* member : {"title", "label", "id"})
        if (const json::Value name = value.find(member); name.isString())
            return plain(name);
    const std::string step = json::lastStep(pointer);
    const bool number = !step.empty() && step.find_first_not_of("0123456789") == std::string::npos;
    return number ? QStringLiteral("%1.").arg(QString::number(std::stoi(step.substr(0, 8)) + 1))
                  : ConditionWords::member(step);
}

bool holdsObjects(json::Value value)
{
    if (value.isObject())
        return true;
    if (!value.isArray())
        return false;
    for (const json::Value item : value)
        if (item.isObject() || item.isArray())
            return true;
    return false;
}

} // namespace

struct DraftModel::Item {
    std::string pointer;
    QString id, title, bound, icon;
    Item* parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Item>> children;
};

DraftModel::DraftModel(PolicyDraft& draft, QObject* parent)
    : QAbstractItemModel(parent)
    , m_draft(draft)
{
}

DraftModel::~DraftModel() = default;

void DraftModel::setRoot(const std::string& pointer)
{
    m_rootPointer = pointer;
    reload();
}

void DraftModel::reload()
{
    beginResetModel();
    m_root.reset();
    if (const json::Value value = m_draft.at(m_rootPointer); value.isValid())
        m_root = ConditionWords::kindOf(value) == ConditionWords::Kind::None ? buildSection(m_rootPointer, nullptr, 0)
                                                                             : build(m_rootPointer, nullptr, 0);
    endResetModel();
}

void DraftModel::setJudgement(const query::DraftJudgement& judgement)
{
    m_judgement = judgement;
    const std::function<void(const QModelIndex&)> touch = [&](const QModelIndex& parent) {
        const int rows = rowCount(parent);
        if (rows == 0)
            return;
        Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, 0, parent));
        for (int row = 0; row < rows; ++row)
            touch(index(row, 0, parent));
    };
    touch({});
}

std::unique_ptr<DraftModel::Item> DraftModel::build(const std::string& pointer, Item* parent, int depth) const
{
    const json::Value value = m_draft.at(pointer);
    auto item = std::make_unique<Item>();
    item->pointer = pointer;
    item->parent = parent;
    item->id = qs(std::string(value.find("id").string()));
    item->title = ConditionWords::title(value, m_draft.source());
    item->bound = ConditionWords::bound(value);
    item->icon = ConditionWords::icon(value);
    if (depth < depthMax)
        for (const std::string& child : ConditionWords::children(value)) {
            auto made = build(pointer + child, item.get(), depth + 1);
            made->row = static_cast<int>(item->children.size());
            if (child == "/else")
                made->title = tr("Otherwise: %1").arg(made->title);
            item->children.push_back(std::move(made));
        }
    return item;
}

std::unique_ptr<DraftModel::Item> DraftModel::buildSection(const std::string& pointer, Item* parent, int depth) const
{
    const json::Value value = m_draft.at(pointer);
    if (parent != nullptr && ConditionWords::kindOf(value) != ConditionWords::Kind::None && value.find("id").isValid())
        return build(pointer, parent, depth);
    auto item = std::make_unique<Item>();
    item->pointer = pointer;
    item->parent = parent;
    item->id = qs(std::string(value.find("id").string()));
    item->title = nameOf(value, pointer);
    item->icon = value.isArray() ? QStringLiteral("table") : QStringLiteral("edit");
    if (value.isArray())
        item->bound = tr("%n item(s)", nullptr, static_cast<int>(value.size()));
    std::size_t index = 0;
    for (const json::Value child : value) {
        const std::string at = pointer + (value.isArray() ? json::step(index++) : json::step(child.key()));
        if (!holdsObjects(child) || depth >= depthMax)
            continue;
        auto made = buildSection(at, item.get(), depth + 1);
        made->row = static_cast<int>(item->children.size());
        item->children.push_back(std::move(made));
    }
    return item;
}

QModelIndex DraftModel::indexFor(const Item* item) const
{
    return item == nullptr ? QModelIndex() : createIndex(item->row, 0, item);
}

const DraftModel::Item* DraftModel::find(const Item& item, const std::function<bool(const Item&)>& wanted) const
{
    if (wanted(item))
        return &item;
    for (const auto& child : item.children)
        if (const Item* found = find(*child, wanted))
            return found;
    return nullptr;
}

QModelIndex DraftModel::indexOf(const std::string& pointer) const
{
    if (!m_root)
        return {};
    // A place inside of a condition belongs to the condition.
    for (std::string at = pointer;; at = json::parentOf(at)) {
        if (const Item* found = find(*m_root, [&](const Item& item) { return item.pointer == at; }))
            return indexFor(found);
        if (at.empty())
            return {};
    }
}

QModelIndex DraftModel::indexOfId(const QString& id) const
{
    return m_root && !id.isEmpty() ? indexFor(find(*m_root, [&](const Item& item) { return item.id == id; }))
                                   : QModelIndex();
}

std::string DraftModel::pointerOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<const Item*>(index.constInternalPointer())->pointer : std::string();
}

QString DraftModel::keyOf(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const auto* item = static_cast<const Item*>(index.constInternalPointer());
    return item->id.isEmpty() ? qs(item->pointer) : item->id;
}

QModelIndex DraftModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!m_root || column != 0 || row < 0)
        return {};
    if (!parent.isValid())
        return row == 0 ? createIndex(0, 0, m_root.get()) : QModelIndex();
    const auto* item = static_cast<const Item*>(parent.constInternalPointer());
    return row < static_cast<int>(item->children.size())
        ? createIndex(row, 0, item->children.at(static_cast<std::size_t>(row)).get())
        : QModelIndex();
}

QModelIndex DraftModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexFor(static_cast<const Item*>(child.constInternalPointer())->parent) : QModelIndex();
}

int DraftModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return m_root ? 1 : 0;
    return static_cast<int>(static_cast<const Item*>(parent.constInternalPointer())->children.size());
}

QVariant DraftModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto* item = static_cast<const Item*>(index.constInternalPointer());
    switch (role) {
    case Qt::DisplayRole:
        return item->title;
    case Qt::AccessibleTextRole: {
        const QString change = data(index, ChangeRole).toInt() == int(query::NodeChange::Weaker) ? tr("weaker")
            : data(index, ChangeRole).toInt() == int(query::NodeChange::Stricter)                ? tr("stricter")
                                                                                                 : QString();
        return QStringList({item->title, item->bound, change})
            .filter(QRegularExpression(QStringLiteral(".")))
            .join(QStringLiteral(", "));
    }
    case Qt::ToolTipRole:
        return item->id.isEmpty() ? item->title : item->title + u'\n' + ltr(item->id);
    case PointerRole:
        return qs(item->pointer);
    case IdRole:
        return item->id;
    case BoundRole:
        return item->bound;
    case IconRole:
        return item->icon;
    case ChangeRole: {
        const auto change = m_judgement.changes.find(item->id.toStdString());
        return int(change == m_judgement.changes.end() ? query::NodeChange::Same : change->second);
    }
    case FindingRole: {
        // The worst that is said of this very place: 0 nothing, 1 warning, 2 weakens, 3 error.
        int worst = 0;
        for (const query::PolicyFinding& finding : m_judgement.findings) {
            const bool here = finding.pointer == item->pointer
                || (finding.pointer.starts_with(item->pointer + "/") && indexOf(finding.pointer) == index);
            using Kind = query::PolicyFinding::Kind;
            if (here)
                worst = std::max(worst, finding.kind == Kind::Error ? 3 : finding.kind == Kind::Weakens ? 2 : 1);
        }
        return worst;
    }
    default:
        return {};
    }
}

Qt::ItemFlags DraftModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (!m_editable || !index.isValid())
        return flags;
    if (index.parent().isValid() && ConditionWords::kindOf(m_draft.at(pointerOf(index))) != ConditionWords::Kind::None)
        flags |= Qt::ItemIsDragEnabled;
    if (!listUnder(index).empty())
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

std::string DraftModel::listUnder(const QModelIndex& parent) const
{
    const std::string pointer = pointerOf(parent);
    const std::string list = ConditionWords::listOf(m_draft.at(pointer));
    return list.empty() ? std::string() : pointer + list;
}

QStringList DraftModel::mimeTypes() const
{
    return {mimeType};
}

QMimeData* DraftModel::mimeData(const QModelIndexList& indexes) const
{
    auto* data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(mimeType, QByteArray::fromStdString(pointerOf(indexes.first())));
    return data;
}

bool DraftModel::canDropMimeData(
    const QMimeData* data, Qt::DropAction action, int, int, const QModelIndex& parent) const
{
    if (!m_editable || action != Qt::MoveAction || !data->hasFormat(mimeType))
        return false;
    const std::string list = listUnder(parent);
    const std::string from = data->data(mimeType).toStdString();
    return !list.empty() && list != from && !list.starts_with(from + "/");
}

bool DraftModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int, const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, 0, parent))
        return false;
    const std::string from = data->data(mimeType).toStdString();
    const QString id = keyOf(indexOf(from));
    const auto at = row < 0 ? static_cast<std::size_t>(rowCount(parent)) : static_cast<std::size_t>(row);
    if (m_draft.move(from, listUnder(parent), at))
        Q_EMIT moved(id);
    return false; // the move is made; the view must not take rows out by itself
}

} // namespace cs::ui
