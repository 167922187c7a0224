// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/preview_view.h"

#include "ui/promotion/facts_document.h"
#include "ui/promotion/pixel_view.h"
#include "ui/promotion/string_table.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/face.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/error_face.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QTextBrowser>
#include <QTimer>

#include <algorithm>

namespace cs::ui {

namespace {

QString text(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString();
}
int number(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toInt();
}
QJsonArray array(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toArray();
}

QString linesOf(const QJsonObject& facts)
{
    QStringList lines;
    for (const QJsonValue& line : array(facts, "lines")) {
        lines.append(line.toString());
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

PreviewView::PreviewView(WorkspaceService& service, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_stack(new QStackedWidget(this))
    , m_face(new Face(this))
    , m_slow(new QTimer(this))
{
    setObjectName(QStringLiteral("previewView"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_stack->addWidget(m_face);
    m_slow->setSingleShot(true);
    m_slow->setInterval(300);
    connect(m_slow, &QTimer::timeout, this, [this] {
        m_face->showLoading();
        m_stack->setCurrentWidget(m_face);
    });
}

void PreviewView::clear()
{
    ++m_generation;
    m_slow->stop();
    m_isShown = false;
    m_evidence = {};
}

void PreviewView::setEvidence(const query::EvidenceView& evidence)
{
    const bool same = m_evidence.digest == evidence.digest && m_body;
    m_evidence = evidence;
    if (same) {
        tellShown();
        return;
    }
    m_page = 1;
    m_pages = 1;
    request();
}

void PreviewView::turnTo(int page)
{
    m_page = std::clamp(page, 1, m_pages);
    request();
}

void PreviewView::request()
{
    const quint64 generation = ++m_generation;
    m_isShown = false;
    if (!m_evidence.present) {
        m_face->clearSteps();
        m_face->setFace(QStringLiteral("not-viewed"), Role::Muted, tr("The bytes are not here"),
            tr("This copy of the workspace does not hold them. The digest in the ledger still names them; get them "
               "with a "
               "backup or from who attached them."));
        m_stack->setCurrentWidget(m_face);
        Q_EMIT settled();
        return;
    }
    m_slow->start();
    m_scale = std::min(3.0, devicePixelRatioF());
    const query::PreviewRequest asked{m_page, std::clamp(width() - 40, 240, 1200), m_scale};
    m_service.preview(m_evidence.digest, qs(m_evidence.media), asked)
        .then(qApp, guarded(this, [this, generation](const Result<query::PreviewResult>& preview) {
            if (generation == m_generation) {
                take(preview);
            }
        }));
}

void PreviewView::take(const Result<query::PreviewResult>& preview)
{
    m_slow->stop();
    if (preview) {
        show(*preview);
    } else {
        showError(*m_face, tr("No preview of %1").arg(cleanName(qs(m_evidence.title), 80)), preview.error(),
            [this] { request(); });
        m_stack->setCurrentWidget(m_face);
    }
    Q_EMIT settled();
}

void PreviewView::show(const query::PreviewResult& preview)
{
    const QJsonObject facts = QJsonDocument::fromJson(QByteArray::fromStdString(preview.facts)).object();
    auto* body = new QWidget(m_stack);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    addNotes(column, facts);
    column->addWidget(makeBody(facts, preview), 1);
    m_stack->addWidget(body);
    m_stack->setCurrentWidget(body);
    if (m_body) {
        m_body->hide();
        m_body->deleteLater();
        m_stack->removeWidget(m_body);
    }
    m_body = body;
    m_isShown = true;
    tellShown();
}

void PreviewView::tellShown()
{
    if (m_isShown && isVisible()) {
        Q_EMIT shown(m_evidence.digest);
    }
}

void PreviewView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    tellShown();
}

void PreviewView::addNotes(QVBoxLayout* column, const QJsonObject& facts)
{
    QStringList notes;
    bool deceives = false;
    for (const QJsonValue& value : array(facts, "notes")) {
        const QJsonObject note = value.toObject();
        deceives = deceives || text(note, "id") == QLatin1String("bidi_controls")
            || text(note, "id") == QLatin1String("control_characters");
        notes.append(text(note, "text"));
    }
    if (notes.isEmpty()) {
        return;
    }
    auto* banner = new Banner(this);
    if (deceives) {
        banner->setLook(QStringLiteral("warning"), Role::Stale, Role::StaleTint);
    } else {
        banner->setLook(QStringLiteral("info"), Role::Accent, Role::AccentTint);
    }
    banner->setText(notes.takeFirst(), notes.join(QLatin1Char(' ')));
    column->addWidget(banner);
}

QWidget* PreviewView::makeBody(const QJsonObject& facts, const query::PreviewResult& preview)
{
    const QString kind = text(facts, "kind");
    if (kind == QLatin1String("markdown")) {
        return makeMarkdown(facts);
    }
    if (kind == QLatin1String("csv")) {
        return makeCsv(facts);
    }
    if (kind == QLatin1String("junit")) {
        return makeJunit(facts);
    }
    if (kind == QLatin1String("sarif")) {
        return makeSarif(facts);
    }
    if (kind == QLatin1String("image") || kind == QLatin1String("pdf")) {
        return makePixels(facts, preview);
    }
    if (kind == QLatin1String("json")) {
        auto* view = new JsonView(this);
        view->setObjectName(QStringLiteral("previewJson"));
        view->setAccessibleName(cleanName(qs(m_evidence.title)));
        view->setJson(linesOf(facts).toUtf8());
        view->setFrameShape(QFrame::NoFrame);
        view->setProperty("bare", true);
        return view;
    }
    return makeText(facts);
}

QWidget* PreviewView::makeText(const QJsonObject& facts)
{
    auto* view = new QPlainTextEdit(this);
    view->setObjectName(QStringLiteral("previewText"));
    view->setAccessibleName(cleanName(qs(m_evidence.title)));
    view->setReadOnly(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setProperty("bare", true);
    view->setFont(fontOf(Type::Mono));
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setPlainText(linesOf(facts));
    return view;
}

QWidget* PreviewView::makeMarkdown(const QJsonObject& facts)
{
    auto* view = new QTextBrowser(this);
    view->setObjectName(QStringLiteral("previewMarkdown"));
    view->setAccessibleName(cleanName(qs(m_evidence.title)));
    view->setOpenLinks(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setProperty("bare", true);
    const auto write = [view, facts] { writeMarkdown(*view->document(), facts); };
    write();
    view->moveCursor(QTextCursor::Start);
    connect(&Theme::instance(), &Theme::changed, view, write);
    return view;
}

QWidget* PreviewView::makeCsv(const QJsonObject& facts)
{
    std::vector<StringTable::Head> heads;
    for (const QJsonValue& value : array(facts, "columns")) {
        const QString type = text(value.toObject(), "type");
        const bool numeric = type == QLatin1String("integer") || type == QLatin1String("number");
        heads.push_back({text(value.toObject(), "name"), numeric ? ColumnKind::Number : ColumnKind::Text});
    }
    std::vector<QStringList> rows;
    for (const QJsonValue& value : array(facts, "rows")) {
        QStringList row;
        for (const QJsonValue& cell : value.toArray()) {
            row.append(cell.toString());
        }
        rows.push_back(std::move(row));
    }
    QTableView* view =
        makeStringTableView(new StringTable(std::move(heads), std::move(rows)), cleanName(qs(m_evidence.title)), this);
    view->setObjectName(QStringLiteral("previewTable"));
    return view;
}

QWidget* PreviewView::makeJunit(const QJsonObject& facts)
{
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto* chips = new QHBoxLayout;
    chips->setSpacing(8);
    const int broken = number(facts, "failures") + number(facts, "errors");
    chips->addWidget(new Label(tr("%n test(s)", nullptr, number(facts, "tests")), Type::Strong));
    chips->addWidget(new VerdictChip(Verdict::Passed, tr("%1 passed").arg(countText(number(facts, "passed")))));
    chips->addWidget(
        new VerdictChip(broken > 0 ? Verdict::Failed : Verdict::Passed, tr("%1 failed").arg(countText(broken))));
    chips->addWidget(
        new VerdictChip(Verdict::NotApplicable, tr("%1 skipped").arg(countText(number(facts, "skipped")))));
    chips->addStretch(1);
    column->addLayout(chips);
    std::vector<QStringList> failing;
    for (const QJsonValue& value : array(facts, "failing")) {
        const QJsonObject test = value.toObject();
        failing.push_back({text(test, "name"), text(test, "message"), text(test, "suite")});
    }
    if (!failing.empty()) {
        QTableView* view =
            makeStringTableView(new StringTable({{tr("Failed test"), ColumnKind::Name}, {tr("Message")}, {tr("Suite")}},
                                    std::move(failing)),
                tr("Failed tests"), body);
        view->setObjectName(QStringLiteral("previewFailing"));
        column->addWidget(view, 1);
    }
    std::vector<QStringList> suites;
    for (const QJsonValue& value : array(facts, "suites")) {
        const QJsonObject suite = value.toObject();
        suites.push_back({text(suite, "name"), countText(number(suite, "tests")), countText(number(suite, "failures")),
            countText(number(suite, "skipped")), text(suite, "time")});
    }
    QTableView* view =
        makeStringTableView(new StringTable({{tr("Suite"), ColumnKind::Name}, {tr("Tests"), ColumnKind::Number},
                                                {tr("Failed"), ColumnKind::Number}, {tr("Skipped"), ColumnKind::Number},
                                                {tr("Time, s"), ColumnKind::Number}},
                                std::move(suites)),
            tr("Test suites"), body);
    view->setObjectName(QStringLiteral("previewSuites"));
    column->addWidget(view, 1);
    return body;
}

QWidget* PreviewView::makeSarif(const QJsonObject& facts)
{
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto* chips = new QHBoxLayout;
    chips->setSpacing(8);
    const QJsonObject counts = facts.value(QLatin1String("counts")).toObject();
    const int errors = number(counts, "error");
    const int warnings = number(counts, "warning");
    chips->addWidget(
        new VerdictChip(errors > 0 ? Verdict::Failed : Verdict::Passed, tr("%n error(s)", nullptr, errors)));
    chips->addWidget(
        new VerdictChip(warnings > 0 ? Verdict::Stale : Verdict::Passed, tr("%n warning(s)", nullptr, warnings)));
    chips->addWidget(new VerdictChip(Verdict::NotApplicable, tr("%n note(s)", nullptr, number(counts, "note"))));
    if (number(facts, "suppressed") > 0) {
        chips->addWidget(new VerdictChip(
            Verdict::Overridden, tr("%1 suppressed in the file").arg(countText(number(facts, "suppressed")))));
    }
    chips->addStretch(1);
    column->addLayout(chips);
    std::vector<QStringList> rows;
    for (const QJsonValue& value : array(facts, "results")) {
        const QJsonObject result = value.toObject();
        const int line = number(result, "line");
        const QString file = text(result, "file");
        rows.push_back({text(result, "level"), text(result, "rule"), text(result, "message"),
            line > 0 ? QString(file % QLatin1Char(':') % QString::number(line)) : file});
    }
    QTableView* view =
        makeStringTableView(new StringTable({{tr("Level"), ColumnKind::Name}, {tr("Rule"), ColumnKind::Mono},
                                                {tr("Message")}, {tr("Place"), ColumnKind::Mono}},
                                std::move(rows)),
            tr("Findings of the scan"), body);
    view->setObjectName(QStringLiteral("previewFindings"));
    column->addWidget(view, 1);
    return body;
}

QWidget* PreviewView::makePager(const QString& title)
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto* name = new Label(title, Type::Strong, Role::Text, bar);
    name->setElide(Qt::ElideRight);
    row->addWidget(name, 1);
    auto* back = new Button(Button::Kind::Outlined, tr("Previous page"), bar);
    back->setObjectName(QStringLiteral("pageBack"));
    back->setSmall(true);
    back->setOffReason(m_page <= 1 ? tr("This is the first page.") : QString());
    connect(back, &Button::triggered, this, [this] { turnTo(m_page - 1); });
    auto* next = new Button(Button::Kind::Outlined, tr("Next page"), bar);
    next->setObjectName(QStringLiteral("pageNext"));
    next->setSmall(true);
    next->setOffReason(m_page >= m_pages ? tr("This is the last page.") : QString());
    connect(next, &Button::triggered, this, [this] { turnTo(m_page + 1); });
    row->addWidget(back);
    row->addWidget(
        new Label(isolate(tr("%1 of %2").arg(countText(m_page), countText(m_pages))), Type::Body, Role::Muted, bar));
    row->addWidget(next);
    return bar;
}

QWidget* PreviewView::makePixels(const QJsonObject& facts, const query::PreviewResult& preview)
{
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    if (text(facts, "kind") == QLatin1String("pdf")) {
        m_pages = std::max(1, number(facts, "pages"));
        m_page = std::clamp(number(facts, "page"), 1, m_pages);
        column->addWidget(makePager(text(facts, "title")));
    } else {
        column->addWidget(
            new Label(tr("%1 × %2 px").arg(countText(number(facts, "width")), countText(number(facts, "height"))),
                Type::Small, Role::Muted, body));
    }
    auto* pixels = new PixelView;
    pixels->setObjectName(QStringLiteral("previewPixels"));
    pixels->setAccessibleName(cleanName(qs(m_evidence.title)));
    pixels->setAccessibleDescription(linesOf(facts));
    pixels->setPixels(preview, m_scale);
    auto* scroll = new QScrollArea(body);
    scroll->setObjectName(QStringLiteral("previewScroll"));
    scroll->setAccessibleName(cleanName(qs(m_evidence.title)));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(pixels);
    makeClear(scroll);
    column->addWidget(scroll, 1);
    return body;
}

} // namespace cs::ui
