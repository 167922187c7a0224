// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flow_bar.h"

#include "ui/flow/flow_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace cs::ui {

namespace {

constexpr int nameLimit = 60;

QString riskWords(const std::vector<std::string>& risks)
{
    QStringList words;
    for (const std::string& risk : risks) {
        words.append(cleanName(qs(risk), nameLimit));
    }
    //: between two risk tiers: "medium or high"
    return words.join(FlowBar::tr(" or "));
}

} // namespace

FlowBar::FlowBar(QWidget* parent)
    : QWidget(parent)
    , m_model(new QComboBox(this))
    , m_filters(makeButton({}, QStringLiteral("filter"), "flowFilters", tr("Filter by domain or risk")))
    , m_tokens(new QHBoxLayout)
    , m_count(new Label({}, Type::Body, Role::Muted, this))
    , m_out(makeButton({}, QStringLiteral("zoom-out"), "flowZoomOut", tr("Smaller (-)")))
    , m_zoom(new Label({}, Type::Body, Role::Text, this))
    , m_in(makeButton({}, QStringLiteral("zoom-in"), "flowZoomIn", tr("Larger (+)")))
    , m_fit(makeButton({}, QStringLiteral("fit"), "flowFit", tr("Show the whole picture (F)")))
    , m_list(makeButton(tr("As list"), QStringLiteral("table"), "flowAsList", tr("The same facts as a table")))
    , m_pace(
          makeButton(tr("Pace"), QStringLiteral("chart"), "flowPace", tr("Promotions a week, and how long they take")))
    , m_export(makeButton(tr("Export"), QStringLiteral("export"), "flowExport", tr("Save or print what is shown")))
{
    setObjectName(QStringLiteral("flowBar"));
    setFixedHeight(scaled(44));
    m_model->setObjectName(QStringLiteral("flowModel"));
    m_model->setAccessibleName(tr("Which model"));
    m_model->setMaxVisibleItems(20);
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_model->setFixedWidth(scaled(196));
    m_count->setElide(Qt::ElideRight);
    m_count->setObjectName(QStringLiteral("flowCount"));
    m_list->setCheckable(true);
    m_pace->setCheckable(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(4);
    m_tokens->setSpacing(4);
    row->addWidget(m_model);
    row->addWidget(m_filters);
    row->addLayout(m_tokens);
    row->addSpacing(4);
    row->addWidget(m_count, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_out, m_zoom, m_in, m_fit, m_list, m_pace, m_export}) {
        row->addWidget(widget);
    }
    connect(m_model, &QComboBox::activated, this, [this](int index) {
        query::FlowFilter next = m_filter;
        const qint64 id = m_model->itemData(index).toLongLong();
        next.model = id < 0 ? std::nullopt : std::optional(ModelId(id));
        apply(std::move(next));
    });
    connect(m_filters, &Button::triggered, this, &FlowBar::showFilterMenu);
    connect(m_export, &Button::triggered, this, &FlowBar::showExportMenu);
    connect(m_out, &Button::triggered, this, [this] { Q_EMIT zoomAsked(-1); });
    connect(m_in, &Button::triggered, this, [this] { Q_EMIT zoomAsked(1); });
    connect(m_fit, &Button::triggered, this, [this] { Q_EMIT zoomAsked(0); });
    connect(m_list, &QAbstractButton::clicked, this,
        [this](bool on) { Q_EMIT shownAsked(on ? QStringLiteral("list") : QStringLiteral("picture")); });
    connect(m_pace, &QAbstractButton::clicked, this,
        [this](bool on) { Q_EMIT shownAsked(on ? QStringLiteral("pace") : QStringLiteral("picture")); });
    fillModels();
    setZoom(1);
}

Button* FlowBar::makeButton(const QString& text, const QString& icon, const char* name, const QString& tip)
{
    auto* button = new Button(Button::Kind::Plain, text, this);
    button->setObjectName(QString::fromLatin1(name));
    button->setIconName(icon);
    button->setToolTip(tip);
    button->setAccessibleName(text.isEmpty() ? tip : text);
    return button;
}

void FlowBar::apply(query::FlowFilter filter)
{
    if (filter == m_filter) {
        return;
    }
    setFilter(filter);
    Q_EMIT filterChanged(m_filter);
}

void FlowBar::setFilter(const query::FlowFilter& filter)
{
    m_filter = filter;
    fillModels();
    fillTokens();
}

void FlowBar::setView(const query::FlowView& view)
{
    m_domains = view.domainChoices;
    m_risks = view.riskChoices;
    m_modelName = qs(view.modelName);
    if (view.modelChoices != m_models || m_model->count() == 0) {
        m_models = view.modelChoices;
        m_model->clear();
    }
    fillModels();
    fillTokens();
    const QString versions = tr("%n version(s)", nullptr, static_cast<int>(view.versions));
    const QString models = tr("%n model(s)", nullptr, static_cast<int>(view.models));
    m_count->setText(tr("%1 of %2").arg(versions, models));
}

void FlowBar::fillModels()
{
    if (m_model->count() == 0) {
        m_model->addItem(icon(QStringLiteral("models"), Role::Text), tr("All models"), QVariant::fromValue<qint64>(-1));
        for (const auto& [id, name] : m_models) {
            m_model->addItem(cleanName(qs(name), nameLimit), QVariant::fromValue<qint64>(id.index()));
        }
    }
    const qint64 wanted = m_filter.model ? m_filter.model->index() : -1;
    m_model->setCurrentIndex(std::max(0, m_model->findData(QVariant::fromValue<qint64>(wanted))));
}

void FlowBar::addToken(const QString& words, const char* name, std::function<void(query::FlowFilter&)> remove)
{
    auto* token = new Button(Button::Kind::Outlined, words, this);
    token->setObjectName(QString::fromLatin1(name));
    token->setSmall(true);
    token->setIconName(QStringLiteral("close"));
    token->setAccessibleName(tr("Remove the filter %1").arg(words));
    token->setToolTip(tr("Remove this filter"));
    connect(token, &Button::triggered, this, [this, remove] {
        query::FlowFilter next = m_filter;
        remove(next);
        // The token goes with it; it must not be gone while it still answers the click.
        QMetaObject::invokeMethod(
            this, [this, next] { apply(next); }, Qt::QueuedConnection);
    });
    m_tokens->addWidget(token);
}

void FlowBar::fillTokens()
{
    clearLayout(m_tokens);
    if (!m_filter.text.empty()) {
        addToken(tr("Name: %1").arg(cleanName(qs(m_filter.text), nameLimit)), "tokenText",
            [](query::FlowFilter& filter) { filter.text.clear(); });
    }
    if (!m_filter.domain.empty()) {
        addToken(tr("Domain: %1").arg(cleanName(qs(m_filter.domain), nameLimit)), "tokenDomain",
            [](query::FlowFilter& filter) { filter.domain.clear(); });
    }
    if (!m_filter.risks.empty()) {
        addToken(tr("Risk: %1").arg(riskWords(m_filter.risks)), "tokenRisk",
            [](query::FlowFilter& filter) { filter.risks.clear(); });
    }
}

void FlowBar::showFilterMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("flowFilterMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](QMenu* into, const QString& words, bool checked, std::function<void(query::FlowFilter&)> set) {
        QAction* action = into->addAction(words);
        action->setCheckable(true);
        action->setChecked(checked);
        connect(action, &QAction::triggered, this, [this, set] {
            query::FlowFilter next = m_filter;
            set(next);
            apply(std::move(next));
        });
    };
    QMenu* domains = menu->addMenu(tr("Business domain"));
    add(domains, tr("All domains"), m_filter.domain.empty(), [](query::FlowFilter& f) { f.domain.clear(); });
    for (const std::string& domain : m_domains) {
        add(domains, cleanName(qs(domain), nameLimit), m_filter.domain == domain,
            [domain](query::FlowFilter& f) { f.domain = domain; });
    }
    QMenu* risks = menu->addMenu(tr("Risk tier"));
    add(risks, tr("All risk tiers"), m_filter.risks.empty(), [](query::FlowFilter& f) { f.risks.clear(); });
    std::vector<std::vector<std::string>> choices;
    for (std::size_t n = 1; n + 1 < m_risks.size(); ++n) {
        choices.emplace_back(m_risks.begin() + static_cast<std::ptrdiff_t>(n), m_risks.end());
    }
    for (const std::string& risk : m_risks) {
        choices.push_back({risk});
    }
    for (const auto& choice : choices) {
        add(risks, riskWords(choice), m_filter.risks == choice, [choice](query::FlowFilter& f) { f.risks = choice; });
    }
    menu->popup(m_filters->mapToGlobal(QPoint(0, m_filters->height() + 2)));
}

void FlowBar::showExportMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("flowExportMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& words, const QString& kind) {
        connect(menu->addAction(words), &QAction::triggered, this, [this, kind] { Q_EMIT exportAsked(kind); });
    };
    add(tr("Picture as SVG…"), QStringLiteral("svg"));
    add(tr("Picture as PNG…"), QStringLiteral("png"));
    add(tr("List as CSV…"), QStringLiteral("csv"));
    menu->addSeparator();
    add(tr("Print…"), QStringLiteral("print"));
    menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height() + 2)));
}

void FlowBar::setZoom(double zoom)
{
    m_zoom->setText(ltr(tr("%1 %").arg(std::lround(zoom * 100))));
}

void FlowBar::setShown(const QString& what)
{
    m_list->setChecked(what == QLatin1String("list"));
    m_pace->setChecked(what == QLatin1String("pace"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_out, m_zoom, m_in, m_fit}) {
        widget->setVisible(what == QLatin1String("picture"));
    }
}

void FlowBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Role::Surface));
    painter.setPen(colorOf(Role::Border));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

FreezeStrip::FreezeStrip(QWidget* parent)
    : QWidget(parent)
    , m_title(new Label({}, Type::Strong, Role::Frozen, this))
    , m_words(new Label({}, Type::Small, Role::Text, this))
    , m_all(new Button(Button::Kind::Link, tr("Show freezes"), this))
{
    setObjectName(QStringLiteral("freezeStrip"));
    setMinimumHeight(scaled(34));
    m_words->setWordWrap(true); // a time that is cut is no time
    m_words->setObjectName(QStringLiteral("freezeWords"));
    m_all->setObjectName(QStringLiteral("showFreezes"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 16, 4);
    row->setSpacing(8);
    row->addWidget(new IconLabel(QStringLiteral("frozen"), Role::Frozen, this));
    row->addWidget(m_title);
    row->addWidget(m_words, 1);
    row->addWidget(m_all);
    connect(m_all, &Button::triggered, this, &FreezeStrip::allAsked);
}

void FreezeStrip::setFreezes(const std::vector<query::FlowFreeze>& freezes, UtcTime now)
{
    setVisible(!freezes.empty());
    if (freezes.empty()) {
        return;
    }
    const query::FlowFreeze& first = freezes.front();
    m_title->setText(first.closed ? tr("Frozen") : tr("Freeze ahead"));
    m_title->setToolTip(cleanName(qs(first.title), 200).toHtmlEscaped());
    m_words->setText(FlowWords::freezeText(first, now));
    m_all->setText(tr("Show %n freeze(s)", nullptr, static_cast<int>(freezes.size())));
}

void FreezeStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Role::FrozenTint));
}

} // namespace cs::ui
