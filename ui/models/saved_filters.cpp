// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/saved_filters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr std::size_t filtersMax = 50;
constexpr int lengthMax = 4096;

} // namespace

const std::vector<SavedFilters::Saved>& SavedFilters::all() const
{
    static const std::vector<Saved> none;
    const auto found = m_saved.constFind(m_workspace);
    return found == m_saved.constEnd() ? none : *found;
}

void SavedFilters::add(const Saved& saved)
{
    auto& list = m_saved[m_workspace];
    const auto same = std::find_if(list.begin(), list.end(), [&](const Saved& one) { return one.name == saved.name; });
    if (same != list.end()) {
        *same = saved;
    } else if (list.size() < filtersMax) {
        list.push_back(saved);
    }
}

void SavedFilters::remove(const QString& name)
{
    auto& list = m_saved[m_workspace];
    std::erase_if(list, [&](const Saved& one) { return one.name == name; });
}

QByteArray SavedFilters::save() const
{
    QJsonObject root;
    for (auto workspace = m_saved.begin(); workspace != m_saved.end(); ++workspace) {
        QJsonArray list;
        for (const Saved& saved : workspace.value()) {
            list.append(QJsonObject{{QStringLiteral("name"), saved.name}, {QStringLiteral("filter"), saved.filter}});
        }
        root.insert(workspace.key(), list);
    }
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

void SavedFilters::restore(const QByteArray& state)
{
    m_saved.clear();
    const QJsonObject root = QJsonDocument::fromJson(state).object();
    for (auto workspace = root.begin(); workspace != root.end(); ++workspace) {
        for (const QJsonValue entry : workspace.value().toArray()) {
            const QString name = entry.toObject().value(QLatin1String("name")).toString();
            const QString filter = entry.toObject().value(QLatin1String("filter")).toString();
            auto& list = m_saved[workspace.key()];
            if (!name.isEmpty() && filter.size() <= lengthMax && list.size() < filtersMax) {
                list.push_back({name, filter});
            }
        }
    }
}

} // namespace cs::ui
