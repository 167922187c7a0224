// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/entry_pane.h"

#include "ui/ledger/proof_tree.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/digest_label.h"
#include "ui/widgets/face.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel_head.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/words.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>

namespace cs::ui {

namespace {

QWidget* stateLine(const QString& icon, Role role, const QString& words)
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(new IconLabel(icon, role), 0, Qt::AlignTop);
    auto* text = new Label(words, Type::Body, role);
    text->setWordWrap(true);
    row->addWidget(text, 1);
    return line;
}

} // namespace

EntryPane::EntryPane(QWidget* parent)
    : QWidget(parent)
    , m_copy(new Button(Button::Kind::Plain))
    , m_head(new PanelHead({}, {}, this))
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_outer(new QStackedWidget(this))
    , m_face(new Face(this))
    , m_payload(new JsonView(this))
{
    auto* copy = m_copy;
    copy->setObjectName(QStringLiteral("copyEntry"));
    copy->setIconName(QStringLiteral("copy"));
    connect(copy, &Button::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(qs(m_detail.line));
        Q_EMIT copied(tr("Copied entry %1 as stored.").arg(countText(m_detail.row.index)));
    });
    m_head->addWidget(copy);
    m_tabs->setObjectName(QStringLiteral("entryTabs"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->setFixedHeight(scaled(36));
    for (int tab = 0; tab < 4; ++tab) {
        m_tabs->addTab({});
    }
    m_stack->addWidget(addScrolled(m_proof));
    m_payload->setObjectName(QStringLiteral("entryPayload"));
    m_payload->setFrameShape(QFrame::NoFrame);
    m_stack->addWidget(m_payload);
    m_stack->addWidget(addScrolled(m_signature));
    m_stack->addWidget(addScrolled(m_laws));
    retranslate();
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_tabs);
    column->addWidget(new Line);
    column->addWidget(m_stack, 1);
    m_outer->addWidget(page);
    m_outer->addWidget(m_face);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_outer);
    setMinimumWidth(scaled(240));
}

void EntryPane::retranslate()
{
    m_copy->setAccessibleName(tr("Copy the stored line"));
    m_copy->setToolTip(tr("Copy the line as it is stored"));
    m_tabs->setAccessibleName(tr("Parts of the entry"));
    const QStringList parts{tr("Proof"), tr("Payload"), tr("Signature"), tr("Laws")};
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        m_tabs->setTabText(tab, parts.at(tab));
        m_stack->widget(tab)->setAccessibleName(parts.at(tab));
    }
}

void EntryPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (entry() >= 0) {
            setEntry(query::EntryDetail(m_detail), m_verified);
        }
    }
    QWidget::changeEvent(event);
}

QWidget* EntryPane::addScrolled(QVBoxLayout*& column)
{
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("entryScroll%1").arg(m_stack->count()));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inner = new QWidget;
    column = new QVBoxLayout(inner);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(12);
    scroll->setWidget(inner);
    makeClear(scroll);
    return scroll;
}

void EntryPane::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Role::Surface));
}

void EntryPane::showFace()
{
    m_outer->setCurrentIndex(1);
}

void EntryPane::setEntry(const query::EntryDetail& detail, const std::optional<query::VerifyReport>& verified)
{
    m_detail = detail;
    m_verified = verified;
    m_head->setTitle(tr("Entry %1").arg(countText(detail.row.index)));
    m_head->setSecond(qs(detail.row.type));
    m_payload->setJson(QByteArray::fromStdString(detail.payload));
    fillProof();
    fillSignature();
    fillLaws(verified);
    m_outer->setCurrentIndex(0);
}

void EntryPane::setVerified(const std::optional<query::VerifyReport>& verified)
{
    m_verified = verified;
    fillLaws(verified);
}

void EntryPane::fillProof()
{
    clearLayout(m_proof);
    const ProofPath path = proofPath(m_detail);
    const QString size = countText(m_detail.headSize);
    auto* sentence = new Label(path.leads
            ? tr("This entry is in the tree of size %1, whose root is the head of the ledger that is open.").arg(size)
            : tr("The proof does not lead to the root of the tree of size %1. Verify the ledger.").arg(size),
        Type::Body, path.leads ? Role::Text : Role::Vetoed);
    sentence->setObjectName(QStringLiteral("proofSentence"));
    sentence->setWordWrap(true);
    m_proof->addWidget(sentence);
    auto* tree = new ProofTree;
    tree->setProof(path, m_detail.row.index);
    m_proof->addWidget(tree);
    auto* facts = new FactList;
    facts->setLabelWidth(96);
    const auto digest = [&](const QString& label, const Digest& value, const char* name) {
        auto* shown = new DigestLabel(qs(value.text()), label);
        shown->setObjectName(QString::fromLatin1(name));
        facts->addFact(label, shown);
    };
    digest(tr("Leaf hash"), m_detail.leaf, "leafHash");
    digest(tr("Head before"), m_detail.afterRoot, "headBefore");
    digest(tr("Head now"), m_detail.headRoot, "headNow");
    const qint64 hashes = static_cast<qint64>(m_detail.proof.size());
    facts->addFact(tr("Proof path"), tr("%1 hashes, %2 bytes").arg(countText(hashes), countText(hashes * 32)));
    facts->addFact(tr("Key state"), qs(m_detail.keyState));
    m_proof->addWidget(facts);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* save = new Button(Button::Kind::Outlined, tr("Export proof…"));
    save->setObjectName(QStringLiteral("exportProof"));
    save->setIconName(QStringLiteral("export"));
    connect(save, &Button::triggered, this, &EntryPane::exportProofAsked);
    row->addWidget(save);
    auto* command = new Button(Button::Kind::Outlined, tr("Copy command"));
    command->setObjectName(QStringLiteral("copyCommand"));
    command->setIconName(QStringLiteral("command"));
    command->setToolTip(tr("Copies the command that makes the same proof in a terminal"));
    connect(command, &Button::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(
            QStringLiteral("countersignctl proof inclusion %1").arg(m_detail.row.index));
        Q_EMIT copied(tr("Copied the command."));
    });
    row->addWidget(command);
    row->addStretch(1);
    m_proof->addLayout(row);
    m_proof->addStretch(1);
}

void EntryPane::fillSignature()
{
    clearLayout(m_signature);
    auto* facts = new FactList;
    facts->setLabelWidth(96);
    facts->addFact(tr("Signed by"), makePersonLine(m_detail.row.signer));
    auto* key = new DigestLabel(qs(m_detail.fingerprint), tr("Key"));
    key->setObjectName(QStringLiteral("entryKey"));
    facts->addFact(tr("Key"), key);
    facts->addFact(tr("Key state"), qs(m_detail.keyState));
    facts->addFact(tr("Signed at"), utcExact(m_detail.row.at));
    facts->addFact(tr("Ledger time"), utcExact(m_detail.row.time));
    facts->addFact(tr("Envelope"), tr("DSSE, Ed25519, %n byte(s)", nullptr, static_cast<int>(m_detail.line.size())));
    m_signature->addWidget(facts);
    m_signature->addWidget(new Label(tr("Signature"), Type::Strong));
    auto* signature = new Label(ltr(qs(m_detail.signature)), Type::Mono);
    signature->setObjectName(QStringLiteral("entrySignature"));
    signature->setWordWrap(true);
    signature->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    signature->setAccessibleName(tr("Signature, base64"));
    // Base64 has no spaces; break points of no width let the label wrap it.
    QString broken;
    for (const QChar character : qs(m_detail.signature)) {
        broken += character;
        broken += QChar(0x200B);
    }
    signature->setText(ltr(broken));
    m_signature->addWidget(signature);
    m_signature->addStretch(1);
}

void EntryPane::fillLaws(const std::optional<query::VerifyReport>& verified)
{
    clearLayout(m_laws);
    const auto say = [this](const QString& icon, Role role, const QString& words) {
        m_laws->addWidget(stateLine(icon, role, words));
    };
    if (!verified) {
        say(QStringLiteral("pending"), Role::Pending,
            tr("This ledger has not been verified from its first entry since it was opened."));
        m_laws->addStretch(1);
        return;
    }
    bool broken = false;
    for (const query::VerifyProblem& problem : verified->problems) {
        if (problem.entry == m_detail.row.index) {
            broken = true;
            say(QStringLiteral("vetoed"), Role::Vetoed,
                tr("Law %1: %2").arg(problem.law).arg(cleanName(qs(problem.message), 600)));
        } else if (problem.entry >= 0 && problem.entry < m_detail.row.index && !broken) {
            broken = true;
            say(QStringLiteral("vetoed"), Role::Vetoed,
                tr("Entry %1 breaks law %2; entries from there on are not trusted.")
                    .arg(countText(problem.entry))
                    .arg(problem.law));
        }
    }
    if (m_detail.row.index >= verified->entries) {
        say(QStringLiteral("pending"), Role::Pending,
            tr("It came after the last verification. Verify again to include it."));
    } else if (!broken) {
        say(QStringLiteral("passed"), Role::Passed,
            tr("It keeps all 14 laws: judged by the same engine that refuses commands."));
        say(QStringLiteral("passed"), Role::Passed,
            tr("Exactly one signature, by a key that was enrolled and live (law 2)."));
        say(QStringLiteral("passed"), Role::Passed, tr("It names the tree head before it (law 1)."));
    }
    m_laws->addStretch(1);
}

} // namespace cs::ui
