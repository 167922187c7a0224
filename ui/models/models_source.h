// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/table/page_source.h"

#include <QObject>

namespace cs::ui {

/// The versions for the paged table: the workspace filters and sorts, rows come by the page.
class ModelsSource final : public QObject, public PageSource {
    Q_OBJECT
public:
    ModelsSource(WorkspaceService& service, const Clock& clock, QObject* parent = nullptr);

    void fetchIds(const RowQuery& query, std::function<void(Result<std::vector<qint64>>)> done) override;
    void fetchRows(const std::vector<qint64>& ids, std::function<void(Result<std::vector<Row>>)> done) override;
    /// Of the latest answer.
    std::size_t total() const { return m_total; }
    std::size_t models() const { return m_models; }

Q_SIGNALS:
    /// The filter cannot be right, and where. The rows of before stay.
    void faulty(const cs::query::filter::Fault& fault);

private:
    WorkspaceService& m_service;
    const Clock& m_clock;
    std::size_t m_total = 0, m_models = 0;
};

} // namespace cs::ui
