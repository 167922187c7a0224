// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help/help_window.h"

#include "ui/shell/help/handbook.h"
#include "ui/widgets/button.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/reading_order.h"

#include <QEvent>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QSplitter>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

constexpr int idRole = Qt::UserRole;

/// Whatever a page names, nothing is fetched for it.
class ClosedBrowser final : public QTextBrowser {
public:
    using QTextBrowser::QTextBrowser;
    QVariant loadResource(int, const QUrl&) override { return {}; }
};

} // namespace

HelpWindow::HelpWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_search(new FilterField(this))
    , m_list(new QListWidget(this))
    , m_nothing(new Label({}, Type::Small, Role::Muted, this))
    , m_text(new ClosedBrowser(this))
    , m_shortcuts(new Button(Button::Kind::Plain, {}, this))
{
    setObjectName(QStringLiteral("helpWindow"));
    m_search->setObjectName(QStringLiteral("helpSearch"));
    m_list->setObjectName(QStringLiteral("helpList"));
    m_text->setObjectName(QStringLiteral("helpText"));
    m_shortcuts->setObjectName(QStringLiteral("helpShortcuts"));
    m_shortcuts->setIconName(QStringLiteral("command"));
    m_nothing->setContentsMargins(12, 8, 12, 8);
    m_nothing->setWordWrap(true);
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(20);
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(8);
    auto* field = new QHBoxLayout;
    field->setContentsMargins(8, 0, 8, 0);
    field->addWidget(m_search);
    column->addLayout(field);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(8, 0, 8, 0);
    foot->addWidget(m_shortcuts);
    foot->addStretch(1);
    column->addLayout(foot);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(side);
    splitter->addWidget(m_text);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({scaled(240), scaled(620)});
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(splitter);
    resize(scaled(900), scaled(680));
    connect(m_search, &FilterField::filterChanged, this, &HelpWindow::fillList);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item != nullptr) {
            setPage(item->data(idRole).toString());
        }
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, &HelpWindow::follow);
    connect(m_shortcuts, &Button::triggered, this, &HelpWindow::shortcutsAsked);
    connect(&Theme::instance(), &Theme::changed, this, [this] { setPage(m_page); });
    retranslate();
    fillList({});
}

void HelpWindow::retranslate()
{
    setWindowTitle(tr("Handbook – Countersign"));
    m_search->setPlaceholderText(tr("Search the handbook"));
    m_search->setAccessibleName(tr("Search the handbook"));
    m_list->setAccessibleName(tr("Pages of the handbook"));
    m_text->setAccessibleName(tr("Page of the handbook"));
    m_nothing->setText(tr("No page has these words."));
    m_shortcuts->setText(tr("Keyboard shortcuts"));
}

void HelpWindow::fillList(const QString& words)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const HandbookPage* page : searchHandbook(words)) {
        auto* item = new QListWidgetItem(page->title, m_list);
        item->setData(idRole, page->id);
        if (page->id == m_page) {
            m_list->setCurrentItem(item);
        }
    }
    m_nothing->setVisible(m_list->count() == 0);
    if (!words.isEmpty() && m_list->currentItem() == nullptr && m_list->count() > 0) {
        m_list->setCurrentRow(0);
        setPage(m_list->item(0)->data(idRole).toString());
    }
}

void HelpWindow::setPage(const QString& id)
{
    const HandbookPage* page = handbookPage(id);
    if (page == nullptr) {
        return;
    }
    m_page = id;
    m_text->document()->setDefaultFont(fontOf(Type::Body));
    m_text->setMarkdown(page->text);
    m_text->moveCursor(QTextCursor::Start);
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(idRole).toString() == id) {
            m_list->setCurrentRow(row);
        }
    }
}

void HelpWindow::showPage(const QString& id)
{
    setPage(handbookPage(id) != nullptr ? id : QStringLiteral("index"));
    show();
    raise();
    activateWindow();
    m_text->setFocus(Qt::OtherFocusReason);
}

/// Pages lead to pages; anything else stays text.
void HelpWindow::follow(const QUrl& link)
{
    const QString name = link.fileName();
    if (link.isRelative() && name.endsWith(QLatin1String(".md"))) {
        setPage(name.chopped(3));
    }
}

bool HelpWindow::focusNextPrevChild(bool next)
{
    return tabAsLaidOut(this, next);
}

void HelpWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void HelpWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

void HelpWindow::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), colorOf(Role::Rail));
}

} // namespace cs::ui
