// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/registry_views.h"
#include "ui/widgets/table/page_source.h"

#include <QObject>

namespace cs::ui {

/// How a registry stands, in one word: shape, colour and text.
struct RegistryLook {
    QString icon, text;
    Role role = Role::Muted;
};
RegistryLook registryLook(const query::RegistryRow& row, const QString& cannotSync);

/// The registries for the table; from memory, they are few.
class RegistrySource final : public QObject, public PageSource {
    Q_OBJECT
public:
    using QObject::QObject;
    static std::vector<Column> columns();
    void setView(const query::ConnectionsView& view) { m_view = view; }
    const query::ConnectionsView& view() const { return m_view; }
    const query::RegistryRow* find(qint64 id) const;

    void fetchIds(const RowQuery& query, std::function<void(Result<std::vector<qint64>>)> done) override;
    void fetchRows(const std::vector<qint64>& ids, std::function<void(Result<std::vector<Row>>)> done) override;

private:
    query::ConnectionsView m_view;
};

} // namespace cs::ui
