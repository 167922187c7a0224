// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table/paged_model.h"
#include "ui/widgets/table/table_view.h"
#include "ui/widgets/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace cs::ui;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// Answers when it is told to, in any order, as a worker thread would.
class HeldSource final : public PageSource {
public:
    std::vector<qint64> ids;
    std::vector<std::function<void()>> held;
    int rowRequests = 0;
    bool failIds = false;

    void fetchIds(const RowQuery& query, std::function<void(cs::Result<std::vector<qint64>>)> done) override
    {
        std::vector<qint64> answer = ids;
        if (query.order == Qt::AscendingOrder) {
            std::reverse(answer.begin(), answer.end());
        }
        const bool fail = failIds;
        held.push_back([answer, done, fail] {
            if (fail) {
                done(cs::fail(cs::couldNot("CS-TEST-IO", "the cache file is gone")));
            } else {
                done(answer);
            }
        });
    }
    void fetchRows(const std::vector<qint64>& wanted, std::function<void(cs::Result<std::vector<Row>>)> done) override
    {
        ++rowRequests;
        held.push_back([wanted, done] {
            std::vector<Row> rows;
            for (const qint64 id : wanted) {
                Row row{id, std::vector<Cell>(2)};
                row.cells[0].text = QString::number(id);
                row.cells[1].text = QStringLiteral("event\t%1").arg(id);
                rows.push_back(std::move(row));
            }
            done(std::move(rows));
        });
    }
    void answerAll()
    {
        while (!held.empty()) {
            const auto next = held.front();
            held.erase(held.begin());
            next();
        }
    }
};

std::vector<Column> twoColumns()
{
    return {{"entry", s("Entry"), ColumnKind::Number, 80, false, true},
        {"event", s("Event"), ColumnKind::Mono, 200, true, false}};
}

std::vector<qint64> downFrom(qint64 top)
{
    std::vector<qint64> ids;
    for (qint64 id = top; id >= 0; --id) {
        ids.push_back(id);
    }
    return ids;
}

} // namespace

class PagedModelTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }

    void keepsTheModelContract()
    {
        HeldSource source;
        source.ids = downFrom(999);
        PagedModel model(twoColumns(), source);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setQuery({});
        source.answerAll();
        QCOMPARE(model.rowCount(), 1000);
        model.data(model.index(600, 0));
        source.answerAll();
        QCOMPARE(model.data(model.index(600, 0)).toString(), s("399"));
        source.ids = downFrom(10);
        model.refresh();
        source.answerAll();
        QCOMPARE(model.rowCount(), 11);
    }

    void missingRowsArePlaceholdersAndAskedOnce()
    {
        HeldSource source;
        source.ids = downFrom(999);
        PagedModel model(twoColumns(), source);
        model.setQuery({});
        source.answerAll();
        const int before = source.rowRequests;
        QVERIFY(!model.data(model.index(300, 0)).isValid());
        QVERIFY(!model.data(model.index(301, 1)).isValid());
        QVERIFY(model.data(model.index(301, 1), MissingRole).toBool());
        QCOMPARE(source.rowRequests, before + 1);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        source.answerAll();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.data(model.index(300, 0)).toString(), s("699"));
    }

    void lateAnswersAreDropped()
    {
        HeldSource source;
        source.ids = downFrom(9);
        PagedModel model(twoColumns(), source);
        model.setQuery({});
        source.ids = downFrom(4);
        model.setQuery({s("x"), {}, Qt::DescendingOrder});
        QCOMPARE(source.held.size(), std::size_t(2));
        std::swap(source.held[0], source.held[1]); // the newer answer comes first
        source.answerAll();
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(!model.isLoading());
    }

    void answersAfterDeathAreHarmless()
    {
        HeldSource source;
        source.ids = downFrom(9);
        {
            PagedModel model(twoColumns(), source);
            model.setQuery({});
        }
        source.answerAll();
        QVERIFY(source.held.empty());
    }

    void memoryIsBounded()
    {
        HeldSource source;
        source.ids = downFrom(PagedModel::pageRows * (PagedModel::pagesMax + 4) - 1);
        PagedModel model(twoColumns(), source);
        model.setQuery({});
        source.answerAll();
        for (int page = 0; page < PagedModel::pagesMax + 4; ++page) {
            model.data(model.index(page * PagedModel::pageRows, 0));
            source.answerAll();
        }
        QVERIFY(model.cachedRow(0) == nullptr);
        QVERIFY(model.cachedRow((PagedModel::pagesMax + 3) * PagedModel::pageRows) != nullptr);
    }

    void errorsAreToldAndOldRowsStay()
    {
        HeldSource source;
        source.ids = downFrom(9);
        PagedModel model(twoColumns(), source);
        model.setQuery({});
        source.answerAll();
        source.failIds = true;
        QSignalSpy failed(&model, &PagedModel::failed);
        model.refresh();
        source.answerAll();
        QCOMPARE(failed.count(), 1);
        QVERIFY(model.error().has_value());
        QCOMPARE(model.rowCount(), 10);
    }

    void selectionFollowsTheRowNotThePlace()
    {
        HeldSource source;
        source.ids = downFrom(9);
        PagedModel model(twoColumns(), source);
        TableView view;
        view.resize(600, 300);
        view.setPagedModel(&model);
        model.setQuery({});
        source.answerAll();
        QVERIFY(view.selectId(7));
        source.ids = downFrom(12);
        model.refresh();
        source.answerAll();
        QCOMPARE(view.currentId(), 7);
        QCOMPARE(view.currentIndex().row(), 5);
    }

    void copyHasHeadingsAndNoStrayTabs()
    {
        HeldSource source;
        source.ids = downFrom(9);
        PagedModel model(twoColumns(), source);
        TableView view;
        view.setPagedModel(&model);
        model.setQuery({});
        source.answerAll();
        model.data(model.index(0, 0));
        source.answerAll();
        view.selectRow(1);
        QSignalSpy copied(&view, &TableView::copied);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copied.count(), 1);
        QCOMPARE(QGuiApplication::clipboard()->text(), s("Entry\tEvent\n8\tevent 8\n"));
    }

    void columnStateIsByNameAndChecked()
    {
        HeldSource source;
        PagedModel model(twoColumns(), source);
        TableView view;
        view.setPagedModel(&model);
        view.restoreColumns(R"({"entry":123,"gone":50,"event":"x"})");
        QCOMPARE(view.columnWidth(0), 123);
        view.restoreColumns("not json");
        view.restoreColumns(R"({"entry":-5})");
        QCOMPARE(view.columnWidth(0), 123);
        QVERIFY(view.saveColumns().contains("\"entry\":123"));
    }

    void columnsGiveWayBeforeTheNameIsSqueezed()
    {
        HeldSource source;
        PagedModel model({{"name", s("Name"), ColumnKind::Name, 160, true, false},
                             {"kind", s("Kind"), ColumnKind::Text, 100, false, false, 1},
                             {"digest", s("Digest"), ColumnKind::Mono, 120, false, false, 2},
                             {"state", s("State"), ColumnKind::Text, 100, false, false}},
            source);
        TableView view;
        view.setPagedModel(&model);
        view.resize(600, 200);
        view.show();
        QVERIFY(!view.isColumnHidden(1) && !view.isColumnHidden(2));
        view.resize(400, 200); // 480 are wanted
        QVERIFY(!view.isColumnHidden(1) && view.isColumnHidden(2));
        QVERIFY(view.isColumnShown("digest")); // by choice: it comes back, is copied and kept
        view.resize(300, 200);
        QVERIFY(view.isColumnHidden(1) && view.isColumnHidden(2));
        view.resize(200, 200); // nothing else gives way: it scrolls
        QCOMPARE(view.columnWidth(0), 160);
        view.resize(600, 200);
        QVERIFY(!view.isColumnHidden(1) && !view.isColumnHidden(2));
        QVERIFY(view.columnWidth(0) > 160);
        view.setColumnShown("kind", false);
        QVERIFY(view.isColumnHidden(1));
        view.resize(610, 200);
        QVERIFY(view.isColumnHidden(1));
    }

    void returnOpensTheCurrentRow()
    {
        HeldSource source;
        source.ids = downFrom(9);
        PagedModel model(twoColumns(), source);
        TableView view;
        view.setPagedModel(&model);
        model.setQuery({});
        source.answerAll();
        view.selectRow(2);
        QSignalSpy opened(&view, &TableView::opened);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toLongLong(), 7);
    }
};

QTEST_MAIN(PagedModelTest)
#include "paged_model_test.moc"
