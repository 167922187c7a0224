// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/page.h"

class QComboBox;
class QSplitter;
class QStackedWidget;
class QTimer;

namespace cs::ui {

class Banner;
class DraftKeeper;
class Button;
class Face;
class FlowLayout;
class HeaderBar;
class Label;
class Prompter;
class RaciModel;
class RaciSide;
class RaciTable;

/// Who is responsible, accountable, consulted, informed, as the policy in force says, or the draft
/// while there is one: then letters are set by one key. open("canary_to_production")
/// goes to the first cell of that gate's transition.
class RaciPage final : public Page {
    Q_OBJECT
public:
    /// All must outlive the page.
    RaciPage(WorkspaceService& service, DraftKeeper& keeper, Prompter& prompter, QWidget* parent = nullptr);

    QByteArray navigationId() const override { return "raci"; }
    QString title() const override { return tr("RACI"); }
    QString iconName() const override { return QStringLiteral("raci"); }
    std::vector<Command> commands() override;
    void open(const QString& target) override;
    std::vector<Destination> destinations(const QString& typed) const override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray& state) override;

Q_SIGNALS:
    /// The matrix shows what the workspace says.
    void loaded();
    /// A composition that has a printer listens.
    void printAsked(const QString& title, const QString& html);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void addExports();
    void retranslate();
    void read();
    void take(const Result<query::RaciView>& view);
    void showOverlays();
    void showProblems();
    void showFace(const QString& heading, const QString& sentence);
    void goToCell(const std::string& role, const std::string& transition);
    void nextProblem();
    void openGate();
    void save(const QString& format);
    void saveBytes(const QString& path, const QByteArray& bytes);
    void setLetter(QChar letter);
    void primary();
    void showTargets();
    QString targetTitle() const;
    std::string targetPointer() const;
    void print();
    void copy();
    QString heading() const;

    WorkspaceService& m_service;
    DraftKeeper& m_keeper;
    Prompter& m_prompter;
    RaciModel* m_model;
    HeaderBar* m_header;
    Label* m_showFor;
    FlowLayout* m_boxes; ///< long names take a second line in a narrow window
    Button *m_edit, *m_gate, *m_count, *m_print, *m_export;
    QComboBox* m_target; ///< where a letter goes: the base, or an overlay that is on
    RaciTable* m_table;
    Banner *m_first, *m_second;
    RaciSide* m_side;
    Face* m_face;
    QStackedWidget* m_stack;
    QSplitter* m_splitter;
    QTimer* m_later;
    std::optional<std::vector<std::string>> m_overlays; // nothing: as the workspace proposes
    QString m_wanted;
    int m_role = 0, m_transition = 0;
    std::size_t m_problem = 0;
    quint64 m_generation = 0;
};

} // namespace cs::ui
