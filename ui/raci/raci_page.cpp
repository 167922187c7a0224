// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/raci/raci_page.h"

#include "ui/raci/raci_model.h"
#include "ui/raci/raci_picture.h"
#include "ui/raci/raci_side.h"
#include "ui/raci/raci_words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/face.h"
#include "ui/widgets/header_bar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/page_state.h"
#include "ui/widgets/policy/draft_keeper.h"
#include "ui/widgets/prompter.h"
#include "ui/widgets/review/error_face.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/save_file.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

namespace cs::ui {

RaciPage::RaciPage(WorkspaceService& service, DraftKeeper& keeper, Prompter& prompter, QWidget* parent)
    : Page(parent)
    , m_service(service)
    , m_keeper(keeper)
    , m_prompter(prompter)
    , m_model(new RaciModel(this))
    , m_header(new HeaderBar(this))
    , m_showFor(new Label({}, Type::Small, Role::Muted, this))
    , m_boxes(new FlowLayout(12))
    , m_edit(new Button(Button::Kind::Primary, {}, this))
    , m_gate(new Button(Button::Kind::Outlined, {}, this))
    , m_count(new Button(Button::Kind::Link, {}, this))
    , m_print(new Button(Button::Kind::Plain, {}, this))
    , m_export(new Button(Button::Kind::Plain, {}, this))
    , m_target(new QComboBox(this))
    , m_table(new RaciTable(m_model, this))
    , m_first(new Banner(this))
    , m_second(new Banner(this))
    , m_side(new RaciSide(this))
    , m_face(new Face(this))
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_later(new QTimer(this))
{
    setObjectName(QStringLiteral("raciPage"));
    build();
    retranslate();
    m_later->setSingleShot(true);
    m_later->setInterval(50);
    connect(m_later, &QTimer::timeout, this, &RaciPage::read);
    connect(&m_service, &WorkspaceService::changed, m_later, qOverload<>(&QTimer::start));
    connect(&m_service, &WorkspaceService::opened, this, [this] {
        m_overlays.reset();
        m_later->start();
    });
    connect(m_table, &RaciTable::cellChanged, this, [this](int role, int transition) {
        m_role = role;
        m_transition = transition;
        m_side->setCell(m_model->view(), role, transition);
    });
    connect(m_table, &RaciTable::opened, this, &RaciPage::openGate);
    connect(m_table, &RaciTable::copyAsked, this, &RaciPage::copy);
    connect(m_table, &RaciTable::letterTyped, this, &RaciPage::setLetter);
    connect(m_side, &RaciSide::letterAsked, this, &RaciPage::setLetter);
    connect(m_edit, &Button::triggered, this, &RaciPage::primary);
    connect(m_target, &QComboBox::activated, this, &RaciPage::showTargets);
    connect(&m_keeper.draft(), &PolicyDraft::changed, m_later, qOverload<>(&QTimer::start));
    connect(&m_keeper.draft(), &PolicyDraft::openChanged, this, &RaciPage::retranslate);
    connect(&m_keeper, &DraftKeeper::deskChanged, this, &RaciPage::retranslate);
    connect(m_side, &RaciSide::gateAsked, this, &RaciPage::openGate);
    connect(m_side, &RaciSide::personAsked, this, [this](const QString& id) { Q_EMIT goTo("people", id); });
    connect(m_gate, &Button::triggered, this, &RaciPage::openGate);
    connect(m_count, &Button::triggered, this, &RaciPage::nextProblem);
    connect(m_print, &Button::triggered, this, &RaciPage::print);
}

void RaciPage::build()
{
    m_gate->setObjectName(QStringLiteral("raciGate"));
    m_gate->setIconName(QStringLiteral("gate"));
    m_header->addAction(m_gate);
    m_edit->setObjectName(QStringLiteral("raciEdit"));
    m_edit->setIconName(QStringLiteral("edit"));
    m_header->addAction(m_edit);
    m_target->setObjectName(QStringLiteral("raciTarget"));
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_target->hide();
    m_count->setObjectName(QStringLiteral("raciContradictions"));
    m_count->setIconName(QStringLiteral("failed"));
    m_count->hide(); // there is nothing to count yet
    m_print->setObjectName(QStringLiteral("raciPrint"));
    m_print->setIconName(QStringLiteral("print"));
    m_export->setObjectName(QStringLiteral("raciExport"));
    m_export->setIconName(QStringLiteral("export"));
    auto* bar = new Panel(Role::Surface, this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 7, 16, 7);
    row->setSpacing(12);
    row->addWidget(m_showFor);
    row->addLayout(m_boxes);
    row->setAlignment(m_boxes, Qt::AlignVCenter);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(m_target);
    row->addWidget(m_print);
    row->addWidget(m_export);

    auto* main = new Panel(Role::Surface, this);
    auto* column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(8);
    column->addWidget(m_table, 1000);
    auto* banners = new QVBoxLayout;
    banners->setContentsMargins(16, 0, 16, 0);
    banners->setSpacing(8);
    m_first->setObjectName(QStringLiteral("raciBanner"));
    m_second->setObjectName(QStringLiteral("raciSecondBanner"));
    banners->addWidget(m_first);
    banners->addWidget(m_second);
    column->addLayout(banners);
    column->addStretch(1);
    m_stack->addWidget(main);
    m_stack->addWidget(m_face);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({scaled(836), scaled(260)});
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_header);
    all->addWidget(bar);
    all->addWidget(new Line);
    all->addWidget(m_splitter, 1);
    addExports();
}

void RaciPage::addExports()
{
    auto* menu = new QMenu(m_export);
    menu->setObjectName(QStringLiteral("raciExportMenu"));
    for (const char* format : {"pdf", "xlsx", "png", "svg", "csv"}) {
        const QString name = QString::fromLatin1(format);
        connect(menu->addAction(name.toUpper()), &QAction::triggered, this, [this, name] { save(name); });
    }
    connect(m_export, &Button::triggered, this,
        [this, menu] { menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height()))); });
}

QString RaciPage::heading() const
{
    return tr("RACI matrix, policy revision %1").arg(m_model->view().revision);
}

void RaciPage::retranslate()
{
    const query::RaciView& view = m_model->view();
    m_header->setTitle(tr("RACI matrix"));
    const bool draft = m_keeper.draft().isOpen();
    m_header->setCrumbs({{QString(),
                             !view.present ? tr("Policy")
                                 : draft   ? tr("Draft of revision %1").arg(view.revision)
                                           : tr("Policy revision %1").arg(view.revision)},
        {QString(), tr("RACI")}});
    m_edit->setText(draft ? tr("Open the draft") : tr("Edit in a draft"));
    m_edit->setIconName(draft ? QStringLiteral("policy") : QStringLiteral("edit"));
    m_edit->setToolTip(draft ? tr("Shows the draft of the policy that this matrix is part of")
                             : tr("Opens a draft of the policy, in which letters can be changed"));
    m_edit->setOffReason(view.present ? QString() : tr("No policy with a matrix is in force."));
    m_target->setAccessibleName(tr("Where a letter goes"));
    m_target->setVisible(draft);
    showTargets();
    m_header->setFacts(view.present ? tr("%1, %2").arg(tr("%n role(s)", nullptr, static_cast<int>(view.roles.size())),
                           tr("%n transition(s)", nullptr, static_cast<int>(view.transitions.size())))
                                    : QString());
    m_showFor->setText(tr("Show for"));
    m_gate->setText(tr("Open gate"));
    m_gate->setToolTip(tr("Shows the gate of the current cell in the flow (Return)"));
    m_gate->setOffReason(view.present ? QString() : tr("No policy with a matrix is in force."));
    // Signs alone: the overlays beside them have long names.
    m_print->setAccessibleName(tr("Print…"));
    m_print->setToolTip(tr("Print…"));
    m_export->setAccessibleName(tr("Export…"));
    m_export->setToolTip(tr("Saves the matrix as PDF, workbook (XLSX), picture (PNG, SVG) or CSV"));
    m_table->setAccessibleName(tr("Roles by transitions"));
}

void RaciPage::read()
{
    const quint64 generation = ++m_generation;
    const auto answer = [this, generation](const Result<query::RaciView>& view) {
        if (generation == m_generation) {
            take(view);
        }
    };
    if (m_keeper.draft().isOpen()) {
        m_keeper.service().raci(m_keeper.draft().text(), m_overlays).then(qApp, guarded(this, answer));
    } else {
        m_service.raci(m_overlays).then(qApp, guarded(this, answer));
    }
}

void RaciPage::primary()
{
    if (m_keeper.draft().isOpen()) {
        Q_EMIT goTo("policy", {});
    } else {
        m_keeper.begin();
    }
}

void RaciPage::showTargets()
{
    const query::RaciView& view = m_model->view();
    const QString chosen = m_target->currentData().toString();
    const QSignalBlocker blocked(m_target);
    m_target->clear();
    m_target->addItem(tr("Letters go into the base"), QString());
    for (const query::RaciOverlay& overlay : view.overlays) {
        if (overlay.on) {
            m_target->addItem(tr("Letters go into \"%1\"").arg(cleanName(qs(overlay.title), 40)), qs(overlay.id));
        }
    }
    m_target->setCurrentIndex(std::max(0, m_target->findData(chosen)));
    m_side->setTarget(m_keeper.draft().isOpen() ? targetTitle() : QString());
    if (view.present) {
        m_side->setCell(view, m_role, m_transition);
    }
}

QString RaciPage::targetTitle() const
{
    const QString id = m_target->currentData().toString();
    for (const query::RaciOverlay& overlay : m_model->view().overlays) {
        if (qs(overlay.id) == id) {
            return cleanName(qs(overlay.title), 60);
        }
    }
    return tr("the base");
}

std::string RaciPage::targetPointer() const
{
    const std::string id = m_target->currentData().toString().toStdString();
    if (id.empty()) {
        return "/raci/matrix";
    }
    std::size_t index = 0;
    for (const json::Value overlay : m_keeper.draft().at("/raci/overlays")) {
        if (overlay.find("id").string() == id) {
            return "/raci/overlays" + json::step(index) + "/matrix";
        }
        ++index;
    }
    return {};
}

/// The draft's text is changed; the matrix is read again from it, with what the gates say of it now.
void RaciPage::setLetter(QChar letter)
{
    const query::RaciView& view = m_model->view();
    if (!m_keeper.draft().isOpen()) {
        Q_EMIT noticed({QStringLiteral("info"),
            tr("The matrix in force is read only. \"Edit in a draft\" opens a draft."), {}, {}});
        return;
    }
    const auto r = static_cast<std::size_t>(m_role);
    const auto t = static_cast<std::size_t>(m_transition);
    const std::string matrix = targetPointer();
    if (r >= view.roles.size() || t >= view.transitions.size() || matrix.empty()) {
        return;
    }
    const std::string column = matrix + json::step(view.transitions.at(t).id);
    const std::string cell = column + json::step(view.roles.at(r).id);
    PolicyDraft& draft = m_keeper.draft();
    if (letter.isNull()) {
        if (matrix == "/raci/matrix") {
            Q_EMIT noticed({QStringLiteral("info"), tr("The base has a letter in each cell: R, A, C or I."), {}, {}});
        } else {
            draft.erase(cell);
        }
        return;
    }
    const std::string value = json::quoted(std::string(1, letter.toLatin1()));
    if (!draft.at(column).isValid()) {
        draft.set(column, "{ " + json::quoted(view.roles.at(r).id) + ": " + value + " }");
    } else {
        draft.set(cell, value);
    }
}

void RaciPage::take(const Result<query::RaciView>& view)
{
    if (!view) {
        showError(*m_face, tr("The matrix could not be read"), view.error(), [this] { read(); });
        m_stack->setCurrentWidget(m_face);
        Q_EMIT loaded();
        return;
    }
    m_model->setView(*view);
    if (m_role >= static_cast<int>(view->roles.size())) {
        m_role = 0;
    }
    retranslate();
    showOverlays();
    showProblems();
    if (!view->present) {
        m_side->setCell(*view, -1, -1);
        showFace(tr("No matrix is in force"),
            tr("The matrix is part of the policy. It appears here when a policy with one is adopted."));
        Q_EMIT loaded();
        return;
    }
    m_stack->setCurrentIndex(0);
    m_table->fit();
    if (const QString wanted = std::exchange(m_wanted, {}); !wanted.isEmpty()) {
        for (std::size_t t = 0; t < view->transitions.size(); ++t) {
            if (qs(view->transitions.at(t).gate) == wanted || qs(view->transitions.at(t).id) == wanted) {
                m_transition = static_cast<int>(t);
                m_role = 0;
            }
        }
    }
    m_role = std::clamp(m_role, 0, static_cast<int>(view->roles.size()) - 1);
    m_transition = std::clamp(m_transition, 0, static_cast<int>(view->transitions.size()) - 1);
    m_table->setCurrentIndex(m_model->index(m_role, m_transition + 1));
    m_side->setCell(*view, m_role, m_transition);
    Q_EMIT loaded();
}

void RaciPage::showFace(const QString& heading, const QString& sentence)
{
    m_face->clearSteps();
    m_face->setFace(QStringLiteral("raci"), Role::Muted, heading, sentence);
    m_stack->setCurrentWidget(m_face);
}

void RaciPage::showOverlays()
{
    const query::RaciView& view = m_model->view();
    // The boxes stay where they are while somebody ticks them.
    const auto boxes = [this] { return m_boxes->count(); };
    while (boxes() > static_cast<int>(view.overlays.size())) {
        QLayoutItem* item = m_boxes->takeAt(boxes() - 1);
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < view.overlays.size(); ++i) {
        if (boxes() <= static_cast<int>(i)) {
            auto* made = new QCheckBox;
            made->setObjectName(QStringLiteral("overlay_") + qs(view.overlays.at(i).id));
            connect(made, &QCheckBox::clicked, this, [this] {
                std::vector<std::string> on;
                for (std::size_t n = 0; n < m_model->view().overlays.size(); ++n) {
                    const auto* box = qobject_cast<QCheckBox*>(m_boxes->itemAt(static_cast<int>(n))->widget());
                    if (box->isChecked()) {
                        on.push_back(m_model->view().overlays.at(n).id);
                    }
                }
                m_overlays = on;
                read();
            });
            m_boxes->addWidget(made);
        }
        auto* box = qobject_cast<QCheckBox*>(m_boxes->itemAt(static_cast<int>(i))->widget());
        box->setText(cleanName(qs(view.overlays.at(i).title), 40).replace(QLatin1Char('&'), QLatin1String("&&")));
        box->setToolTip(cleanName(qs(view.overlays.at(i).when), 120));
        box->setChecked(view.overlays.at(i).on);
    }
    m_showFor->setVisible(!view.overlays.empty());
}

void RaciPage::showProblems()
{
    const query::RaciView& view = m_model->view();
    const std::size_t count = view.problems.size();
    m_problem = 0;
    m_count->setVisible(view.present);
    m_count->setIconName(count == 0 ? QStringLiteral("passed") : QStringLiteral("failed"));
    m_count->setText(count == 0 ? tr("No contradiction") : tr("%n contradiction(s)", nullptr, static_cast<int>(count)));
    m_count->setToolTip(
        count == 0 ? tr("Letters, gates and holders fit together in this case") : tr("Goes to the next contradiction"));
    Banner* const banners[] = {m_first, m_second};
    for (std::size_t i = 0; i < 2; ++i) {
        Banner* banner = banners[i];
        banner->disconnect(this);
        banner->setVisible(i < count);
        if (i >= count) {
            continue;
        }
        const query::RaciProblem& problem = view.problems.at(i);
        banner->setLook(Verdict::Failed);
        const bool more = i == 1 && count > 2;
        banner->setText(cleanName(qs(problem.sentence), 300),
            more ? tr("%1 There are %2 more.").arg(cleanName(qs(problem.wayOut), 300), countText(qint64(count) - 2))
                 : cleanName(qs(problem.wayOut), 300));
        banner->setAction(problem.vacancy ? tr("Assign…") : tr("Open gate"));
        connect(banner, &Banner::actionTriggered, this, [this, problem] {
            goToCell(problem.role, problem.transition);
            problem.vacancy ? Q_EMIT goTo("people", QStringLiteral("role:") + qs(problem.role)) : openGate();
        });
    }
    if (count < 2 && (!view.impossible.empty() || (count == 0 && !view.elsewhere.empty()))) {
        const bool elsewhere = view.impossible.empty();
        m_second->setVisible(true);
        m_second->setAction({});
        m_second->setLook(elsewhere ? Verdict::Failed : Verdict::Stale);
        m_second->setText(
            elsewhere ? tr("The policy contradicts itself under other tags") : tr("These overlays do not go together"),
            cleanName(qs(elsewhere ? view.elsewhere.front().sentence : view.impossible), 300));
    }
}

void RaciPage::goToCell(const std::string& role, const std::string& transition)
{
    const query::RaciView& view = m_model->view();
    for (std::size_t t = 0; t < view.transitions.size(); ++t) {
        for (std::size_t r = 0; r < view.roles.size(); ++r) {
            if (view.transitions.at(t).id == transition && (role.empty() || view.roles.at(r).id == role)) {
                m_table->setCurrentIndex(m_model->index(static_cast<int>(r), static_cast<int>(t) + 1));
                return;
            }
        }
    }
}

void RaciPage::nextProblem()
{
    const auto& problems = m_model->view().problems;
    if (problems.empty()) {
        return;
    }
    const query::RaciProblem& problem = problems.at(m_problem++ % problems.size());
    goToCell(problem.role, problem.transition);
    m_table->setFocus(Qt::OtherFocusReason);
}

void RaciPage::openGate()
{
    const query::RaciView& view = m_model->view();
    if (m_transition >= 0 && m_transition < static_cast<int>(view.transitions.size())) {
        Q_EMIT goTo("flow", qs(view.transitions.at(static_cast<std::size_t>(m_transition)).gate));
    }
}

void RaciPage::save(const QString& format)
{
    if (!m_model->view().present) {
        return;
    }
    const QString name = QStringLiteral("raci-%1.%2").arg(m_model->view().revision).arg(format);
    const QString filter = format == QLatin1String("csv") ? tr("CSV file (*.csv)")
        : format == QLatin1String("svg")                  ? tr("SVG picture (*.svg)")
        : format == QLatin1String("pdf")                  ? tr("PDF file (*.pdf)")
        : format == QLatin1String("xlsx")                 ? tr("Workbook (*.xlsx)")
                                                          : tr("PNG picture (*.png)");
    m_prompter.chooseSaveFile(this, tr("Export the matrix"), name, {filter}, [this, format](const QString& path) {
        if (path.isEmpty()) {
            return;
        }
        const query::RaciView& view = m_model->view();
        if (format == QLatin1String("xlsx")) {
            const Bytes text = m_keeper.draft().isOpen() ? m_keeper.draft().text() : Bytes();
            m_keeper.service()
                .raciWorkbook(text, m_overlays)
                .then(qApp, guarded(this, [this, path](const Result<Bytes>& workbook) {
                    if (workbook) {
                        saveBytes(path, QByteArray::fromStdString(*workbook));
                    } else {
                        Q_EMIT noticed({QStringLiteral("failed"), errorWords(workbook.error()), {}, {}});
                    }
                }));
            return;
        }
        saveBytes(path,
            format == QLatin1String("csv")       ? raciCsv(view)
                : format == QLatin1String("svg") ? raciSvg(view, heading())
                : format == QLatin1String("pdf") ? raciPdf(view, heading())
                                                 : raciPng(view, heading()));
    });
}

void RaciPage::saveBytes(const QString& path, const QByteArray& bytes)
{
    saveFile(path, bytes, this, [this, path](const Status& status) {
        Q_EMIT noticed({status ? QStringLiteral("export") : QStringLiteral("failed"),
            status ? tr("Saved %1.").arg(ltr(path)) : errorWords(status.error()), {}, {}});
    });
}

void RaciPage::print()
{
    if (m_model->view().present) {
        Q_EMIT printAsked(heading(), raciHtml(m_model->view(), heading()));
    }
}

void RaciPage::copy()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(raciCsv(m_model->view())));
    Q_EMIT noticed({QStringLiteral("copy"), tr("Copied the matrix."), {}, {}});
}

std::vector<Command> RaciPage::commands()
{
    return {
        {"raci.gate", tr("Open the gate of the cell"), tr("Shows that gate in the flow."), QStringLiteral("gate"), {},
            MenuPlace::Go, [this] { openGate(); }},
        {"raci.next", tr("Go to the next contradiction"), tr("Moves to the cell that contradicts its gate."),
            QStringLiteral("failed"), {QKeySequence(Qt::Key_F8)}, MenuPlace::Go, [this] { nextProblem(); }},
        {"raci.edit", tr("Edit the matrix in a draft"), tr("Opens a draft of the policy, or the one that there is."),
            QStringLiteral("edit"), {}, MenuPlace::Edit, [this] { primary(); }},
        {"raci.undo", tr("Undo"), tr("Takes the last change of the draft back."), QStringLiteral("undo"),
            {QKeySequence(QKeySequence::Undo)}, MenuPlace::Edit, [this] { m_keeper.draft().undo(); }},
        {"raci.redo", tr("Redo"), tr("Makes the change again."), QStringLiteral("redo"),
            {QKeySequence(QKeySequence::Redo)}, MenuPlace::Edit, [this] { m_keeper.draft().redo(); }},
        {"raci.pdf", tr("Export matrix as PDF…"), tr("Saves what is shown as a page to print."),
            QStringLiteral("export"), {}, MenuPlace::File, [this] { save(QStringLiteral("pdf")); }},
        {"raci.xlsx", tr("Export matrix as workbook (XLSX)…"), tr("Saves letters, overlays and holders."),
            QStringLiteral("export"), {}, MenuPlace::File, [this] { save(QStringLiteral("xlsx")); }},
        {"raci.png", tr("Export matrix as picture (PNG)…"), tr("Saves what is shown as a picture of points."),
            QStringLiteral("export"), {}, MenuPlace::File, [this] { save(QStringLiteral("png")); }},
        {"raci.svg", tr("Export matrix as picture (SVG)…"), tr("Saves what is shown as a picture of lines."),
            QStringLiteral("export"), {}, MenuPlace::File, [this] { save(QStringLiteral("svg")); }},
        {"raci.csv", tr("Export matrix as CSV…"), tr("Saves letters, overlays and holders."), QStringLiteral("export"),
            {}, MenuPlace::File, [this] { save(QStringLiteral("csv")); }},
        {"raci.print", tr("Print matrix…"), tr("Prints what is shown, with its contradictions."),
            QStringLiteral("print"), {QKeySequence(QKeySequence::Print)}, MenuPlace::File, [this] { print(); }},
    };
}

void RaciPage::open(const QString& target)
{
    m_wanted = target;
    read();
    m_table->setFocus(Qt::OtherFocusReason);
}

std::vector<Destination> RaciPage::destinations(const QString& typed) const
{
    std::vector<Destination> found;
    for (const query::RaciTransition& transition : m_model->view().transitions) {
        const QString label = cleanName(qs(transition.label), 80);
        if (!typed.isEmpty() && label.contains(typed, Qt::CaseInsensitive)) {
            found.push_back({QStringLiteral("raci"), label, tr("RACI"), "raci", qs(transition.gate)});
        }
    }
    return found;
}

QByteArray RaciPage::saveState() const
{
    return packState({m_splitter->saveState()});
}

void RaciPage::restoreState(const QByteArray& state)
{
    if (const auto parts = unpackState(state, 1); !parts.isEmpty()) {
        m_splitter->restoreState(parts.at(0));
    }
}

void RaciPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showProblems();
        m_side->setCell(m_model->view(), m_role, m_transition);
    }
    Page::changeEvent(event);
}

} // namespace cs::ui
