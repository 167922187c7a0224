// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/list_export.h"

#include "ui/widgets/button.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/prompter.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/save_file.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>

namespace cs::ui {

ListExport::ListExport(WorkspaceService& service, Prompter& prompter, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_prompter(prompter)
    , m_progress(new ProgressRow(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 16, 4);
    row->addWidget(m_progress);
    m_progress->setCancellable(true);
    m_progress->cancelButton()->setObjectName(QStringLiteral("cancelExport"));
    hide();
    connect(m_progress, &ProgressRow::cancelled, this, [this] { m_service.cancelExport(); });
    connect(&m_service, &WorkspaceService::exportProgress, this, [this](qint64 at, qint64 total) {
        if (m_running) {
            m_progress->setProgress(at, total, tr("Exporting, %1 of %2").arg(countText(at), countText(total)));
            show();
        }
    });
}

void ListExport::start(std::vector<VersionId> ids, std::vector<std::string> columns)
{
    m_prompter.chooseSaveFile(this, tr("Export the versions"), QStringLiteral("versions.csv"),
        {tr("CSV file (*.csv)"), tr("JSON file (*.json)"), tr("Spreadsheet (*.xlsx)")},
        [this, ids = std::move(ids), columns = std::move(columns)](const QString& path) {
            if (!path.isEmpty()) {
                run(path, ids, columns);
            }
        });
}

void ListExport::run(const QString& path, std::vector<VersionId> ids, std::vector<std::string> columns)
{
    const QString ending = path.section(QLatin1Char('.'), -1).toLower();
    const bool known = ending == QLatin1String("json") || ending == QLatin1String("xlsx");
    m_running = true;
    m_service.exportVersions(std::move(ids), {known ? utf8(ending) : "csv", std::move(columns)})
        .then(qApp, guarded(this, [this, path](const Result<Bytes>& bytes) {
            m_running = false;
            hide();
            if (!bytes) {
                Q_EMIT done(QStringLiteral("failed"), errorWords(bytes.error()));
                return;
            }
            saveFile(path, QByteArray::fromStdString(*bytes), this, [this, path](const Status& status) {
                Q_EMIT done(status ? QStringLiteral("export") : QStringLiteral("failed"),
                    status ? tr("Saved %1.").arg(ltr(path)) : errorWords(status.error()));
            });
        }));
}

} // namespace cs::ui
