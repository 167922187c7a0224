// SPDX-License-Identifier: GPL-3.0-or-later
// Draws all components on one sheet, as in the handbook's picture 17, and saves it. For looking at, not for
// ctest.
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips/role_badge.h"
#include "ui/widgets/chips/stage_chip.h"
#include "ui/widgets/chips/tag.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/digest_label.h"
#include "ui/widgets/face.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/header_bar.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/label.h"
#include "ui/widgets/off_reason.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/panel_head.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/table/paged_model.h"
#include "ui/widgets/table/table_view.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCommandLineParser>
#include <QHBoxLayout>
#include <QPainter>
#include <QRadioButton>
#include <QTabBar>
#include <QVBoxLayout>

using namespace cs::ui;
using Kind = Button::Kind;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

class Card final : public QWidget {
public:
    explicit Card(const char* title)
        : m_box(new QVBoxLayout(this))
    {
        m_box->setContentsMargins(15, 10, 15, 15);
        m_box->setSpacing(9);
        m_box->addWidget(new Label(s(title), Type::Caption, Role::Muted, this));
    }
    void add(QWidget* widget) { m_box->addWidget(widget); }
    void row(const QList<QWidget*>& widgets)
    {
        auto* line = new QHBoxLayout;
        line->setSpacing(8);
        for (QWidget* widget : widgets) {
            line->addWidget(widget);
        }
        line->addStretch(1);
        m_box->addLayout(line);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        drawPanel(&painter, rect(), 6, colorOf(Role::Surface), colorOf(Role::Border));
    }

private:
    QVBoxLayout* m_box;
};

Button* button(Kind kind, const char* text, const char* icon = "", const char* off = "")
{
    auto* b = new Button(kind, s(text));
    if (*icon != 0) {
        b->setIconName(s(icon));
    }
    b->setOffReason(s(off));
    return b;
}

Card* buttons()
{
    auto* card = new Card("Buttons: one primary a page, verbs, … when more input follows");
    Button* review = button(Kind::Primary, "Open review", "arrow-next");
    review->setShortcutHint(QKeySequence(QStringLiteral("Ctrl+Return")));
    card->row({review, button(Kind::Outlined, "Compare", "compare")});
    card->row({button(Kind::Plain, "Export", "export"), button(Kind::Destructive, "Reject…", "reject"),
        button(Kind::DestructiveFilled, "Roll back now", "rollback")});
    Button* focused = button(Kind::Outlined, "Focused");
    focused->setObjectName(s("focused"));
    card->row({focused, button(Kind::Outlined, "Approve…", "approve", "x"), button(Kind::Outlined, "", "copy"),
        button(Kind::Outlined, "", "columns", "x")});
    auto* reason = new OffReason;
    reason->setReason(s("open “Technical documentation” first."));
    card->add(reason);
    return card;
}

Card* chips()
{
    auto* card = new Card("Verdicts, stages, roles, tags, digests");
    QList<QWidget*> line;
    for (int i = 0; i < 8; ++i) {
        line.append(new VerdictChip(static_cast<Verdict>(i)));
        if (line.size() == 4) {
            card->row(line);
            line.clear();
        }
    }
    const char* stages[][2] = {{"dev", "Development"}, {"staging", "Staging"}, {"canary", "Canary"},
        {"production", "Production"}, {"archived", "Archived"}, {"restricted", "Restricted"},
        {"deprecated", "Deprecated"}, {"retired", "Retired"}};
    for (const auto& stage : stages) {
        line.append(new StageChip(s(stage[0]), s(stage[1])));
        if (line.size() == 3) {
            card->row(line);
            line.clear();
        }
    }
    card->row(line);
    card->row({new RoleBadge(s("model_risk_manager"), s("Model-risk manager"), Who::Me),
        new RoleBadge(s("compliance_officer"), s("Compliance officer")), new RoleBadge(s("tech_lead"), s("Tech lead")),
        new RoleBadge(s("automation"), s("Automated tests"), Who::Service), new Tag(s("Regulated")),
        new Tag(s("High risk"))});
    card->row({new DigestLabel(s("sha256:c07d91f420aa6b3e1122334455667788990011223344556677889900aabb5e12")),
        new DigestLabel(s("SHA256:uQ3vAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA8mE"))});
    return card;
}

Card* banners()
{
    auto* card = new Card("Banners: state, sentence, consequence, one action");
    struct Text {
        const char* icon;
        Role role;
        Role tint;
        const char* sentence;
        const char* second;
        const char* link;
    };
    const Text texts[] = {
        {"verify", Role::Passed, Role::PassedTint, "Verified", "1,284 entries keep all 14 laws.", "Details"},
        {"stale", Role::Stale, Role::StaleTint, "Your approval went stale", "The canary report was replaced.",
            "Compare"},
        {"policy", Role::Vetoed, Role::VetoedTint, "This draft weakens a gate",
            "Two roles must sign before it is adopted.", "Show"},
        {"frozen", Role::Frozen, Role::FrozenTint, "Weekend freeze", "Production opens Mon 08:00 UTC.", "Show"}};
    for (const Text& text : texts) {
        auto* banner = new Banner;
        banner->setLook(s(text.icon), text.role, text.tint);
        banner->setText(s(text.sentence), s(text.second));
        banner->setAction(s(text.link));
        card->add(banner);
    }
    return card;
}

Card* fields()
{
    auto* card = new Card("Filter, segments, tabs, choices, progress");
    auto* filter = new FilterField;
    filter->setText(s("risk:high"));
    filter->setResultText(s("55 of 112,408"));
    card->add(filter);
    auto* segments = new Segments;
    segments->addSegment(s("tree"), s("Tree"));
    segments->addSegment(s("text"), s("Text"));
    auto* views = new Segments;
    views->addSegment(s("chart"), {}, s("chart"), s("Chart"));
    views->addSegment(s("table"), {}, s("table"), s("Table"));
    card->row({segments, views});
    auto* tabs = new QTabBar;
    tabs->setFont(fontOf(Type::Body));
    tabs->setDrawBase(false);
    tabs->setExpanding(false);
    for (const char* tab : {"Proof", "Payload", "Signature"}) {
        tabs->addTab(s(tab));
    }
    card->add(tabs);
    auto* regulated = new QCheckBox(s("Regulated"));
    regulated->setChecked(true);
    auto* veto = new QRadioButton(s("Veto"));
    veto->setChecked(true);
    card->row({regulated, new QCheckBox(s("High risk")), veto, new QRadioButton(s("Record only"))});
    auto* combo = new QComboBox;
    combo->addItems({s("PDF/A-2b"), s("HTML")});
    combo->setMinimumWidth(150);
    auto* wrong = new QLineEdit(s("5 ms"));
    wrong->setProperty("fault", true);
    card->row({combo, wrong});
    auto* progress = new ProgressRow;
    progress->setProgress(62, 100, s("Verifying, 62,000 of 100,000"));
    card->add(progress);
    auto* running = new ProgressRow;
    running->setProgress(62, 0, s("Counting versions, 61,200 so far"));
    card->add(running);
    return card;
}

Card* faces()
{
    auto* card = new Card("Faces");
    auto* face = new Face;
    face->setFace(s("failed"), Role::Failed, s("mlflow-prod did not answer"),
        s("After 30 s at 14:06. Your workspace is unchanged; versions up to 13:30 are shown."),
        s("CS-NET-012 · timeout"));
    face->addStep(Kind::Primary, s("Try again"), s("refresh"));
    face->addStep(Kind::Outlined, s("Copy details"), s("copy"));
    card->add(face);
    auto* loading = new Face;
    loading->showLoading(3, 5, s("Counting versions, 61,200 so far"), true);
    card->add(loading);
    return card;
}

Card* types()
{
    auto* card = new Card("Type");
    card->row({new Label(s("Figure 22"), Type::Figure), new Label(s("Title 18"), Type::Title),
        new Label(s("Heading 15"), Type::Heading), new Label(s("Strong"), Type::Strong)});
    card->row({new Label(s("Body 13")), new Label(s("Small 12"), Type::Small),
        new Label(s("Caption 11"), Type::Caption), new Label(s("Mono 12"), Type::Mono)});
    auto* json = new JsonView;
    json->setJson(
        R"({"v":1,"type":"promotion.approved","at":"2026-11-21T14:06:11.402Z","ok":true,"after":{"size":1284}})");
    json->setFixedHeight(150);
    card->add(json);
    auto* facts = new FactList;
    facts->addFact(s("Snapshot"), new DigestLabel(s("sha256:c07d91f420aa6b3e5e12")));
    facts->addFact(s("Baseline"), s("v13, in production since 3 Sep"));
    facts->addFact(s("Valid until"), s("Tue 24 Nov 2026, 14:06 UTC, or until any of these change"));
    card->add(facts);
    return card;
}

class DemoRows final : public PageSource {
public:
    void fetchIds(const RowQuery&, std::function<void(cs::Result<std::vector<qint64>>)> done) override
    {
        std::vector<qint64> ids;
        for (qint64 id = 1283; id >= 0; --id) {
            ids.push_back(id);
        }
        done(ids);
    }
    void fetchRows(const std::vector<qint64>& ids, std::function<void(cs::Result<std::vector<Row>>)> done) override
    {
        std::vector<Row> rows;
        for (const qint64 id : ids) {
            Cell number{QLocale().toString(id), id, {}, {}, Role::Muted, {}, {}, Who::Person};
            Cell time{s("14:01:52"), {}, {}, {}, Role::Muted, {}, {}, Who::Person};
            Cell event{s("promotion.approved"), {}, {}, {}, Role::Muted, {}, {}, Who::Person};
            Cell by{s("Product owner"), {}, {}, {}, Role::Muted, {}, s("product_owner"),
                id % 3 == 0 ? Who::Me : Who::Person};
            Cell says{s("#41 as Product owner"), {}, {}, s("passed"), Role::Passed, {}, {}, Who::Person};
            rows.push_back(Row{id, {number, time, event, by, says}});
        }
        done(rows);
    }
};

HeaderBar* galleryHeader()
{
    auto* header = new HeaderBar;
    header->setCrumbs({{s("promotions"), s("Promotions")}, {{}, s("#41")}});
    header->setTitle(s("mortgage-approval v14"));
    header->setChip(new VerdictChip(Verdict::Pending, s("2 of 11 left")));
    header->setFacts(s("3 wait for you, the first for 2 days"));
    header->addAction(button(Kind::Plain, "Discussion 3", "comment"));
    header->addAction(button(Kind::Primary, "Export checkpoint…", "export"));
    return header;
}

QHBoxLayout* cardColumns()
{
    auto* columns = new QHBoxLayout;
    columns->setContentsMargins(16, 12, 16, 0);
    columns->setSpacing(12);
    const QList<QList<Card*>> cards{{buttons(), chips()}, {banners(), fields()}, {faces(), types()}};
    for (const auto& list : cards) {
        auto* column = new QVBoxLayout;
        column->setSpacing(12);
        for (Card* card : list) {
            column->addWidget(card);
        }
        column->addStretch(1);
        columns->addLayout(column, 1);
    }
    return columns;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QCommandLineParser parser;
    const QCommandLineOption dark(s("dark"));
    const QCommandLineOption rtl(s("rtl"));
    const QCommandLineOption text(s("text"), {}, s("percent"), s("100"));
    const QCommandLineOption scale(s("scale"), {}, s("ratio"), s("1"));
    parser.addOptions({dark, rtl, text, scale});
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    parser.parse(arguments);
    qputenv("QT_SCALE_FACTOR", parser.value(scale).toLatin1());
    QApplication app(argc, argv);
    Theme::instance().install(app);
    Theme::instance().setChoice(parser.isSet(dark) ? Theme::Choice::Dark : Theme::Choice::Light);
    Theme::instance().setTextScale(parser.value(text).toInt());
    QApplication::setLayoutDirection(parser.isSet(rtl) ? Qt::RightToLeft : Qt::LeftToRight);

    QWidget window;
    window.resize(1280, 1120);
    auto* whole = new QVBoxLayout(&window);
    whole->setContentsMargins(0, 0, 0, 16);
    whole->addWidget(galleryHeader());
    whole->addLayout(cardColumns());
    DemoRows rows;
    PagedModel model({{"entry", s("Entry"), ColumnKind::Number, 90, false, true},
                         {"time", s("Time (UTC)"), ColumnKind::Time, 90, false, false},
                         {"event", s("Event"), ColumnKind::Mono, 170, false, false},
                         {"by", s("Signed by"), ColumnKind::Text, 160, false, false},
                         {"says", s("What it says"), ColumnKind::Text, 200, true, false}},
        rows);
    auto* table = new TableView;
    table->setPagedModel(&model);
    model.setQuery({});
    table->selectId(1282);
    whole->addWidget(table, 1);
    Toast toast(&window);
    window.show();
    toast.post({s("passed"), s("Approval recorded, entry 1,284"), s("Show"), [] {}});
    QApplication::setActiveWindow(&window);
    window.findChild<QWidget*>(s("focused"))->setFocus(Qt::TabFocusReason);
    QApplication::processEvents();
    return window.grab().save(parser.positionalArguments().value(0, s("gallery.png"))) ? 0 : 1;
}
