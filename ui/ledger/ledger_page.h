// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/page.h"

class QSplitter;
class QStackedWidget;
class QTimer;

namespace cs::ui {

class Button;
class EntryPane;
class Face;
class FilterField;
class HeaderBar;
class LedgerSource;
class PagedModel;
class Prompter;
class TableView;
class VerifyBanner;

/// The ledger: every entry with its proof; full verification; checkpoint. open("1281") goes to that entry.
class LedgerPage final : public Page {
    Q_OBJECT
public:
    /// All three must outlive the page.
    LedgerPage(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent = nullptr);

    ~LedgerPage() override;

    QByteArray navigationId() const override { return "ledger"; }
    QString title() const override { return tr("Ledger"); }
    QString iconName() const override { return QStringLiteral("ledger"); }
    std::vector<Command> commands() override;
    void open(const QString& target) override;
    std::vector<Destination> destinations(const QString& typed) const override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray& state) override;

Q_SIGNALS:
    /// List and detail show what the workspace says.
    void loaded();
    /// The verification result is to be printed; a composition that has a printer listens.
    void printAsked(const QString& title, const QString& html);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void showHead();
    void settle();
    void retranslate();
    void query();
    void onReady(qint64 rows);
    void showEntry(qint64 entry);
    void takeDetail(qint64 entry, const Result<query::EntryDetail>& detail);
    void readHead();
    /// What needs a verification or an entry says so while there is none.
    void updateCommands();
    void exportCheckpoint();
    void exportProof();
    void saveResult();
    void printResult();
    void exportList();
    void save(const QString& title, const QString& name, const QStringList& filters,
        std::function<QFuture<Result<Bytes>>(const QString& path)> make);
    void notice(const char* icon, const QString& text);

    WorkspaceService& m_service;
    Prompter& m_prompter;
    LedgerSource* m_source;
    PagedModel* m_model;
    HeaderBar* m_header;
    FilterField* m_filter;
    Button *m_checkpoint, *m_result, *m_export;
    VerifyBanner* m_verify;
    TableView* m_table;
    Face* m_face;
    QStackedWidget* m_listStack;
    EntryPane* m_pane;
    QSplitter* m_splitter;
    QTimer* m_later;
    QString m_workspace;
    qint64 m_size = 0;
    qint64 m_wanted = -1;
    quint64 m_generation = 0;
};

} // namespace cs::ui
