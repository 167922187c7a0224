// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/policy/draft_keeper.h"

#include <QWidget>

class QListWidget;
class QMenu;
class QSplitter;
class QStackedWidget;

namespace cs::ui {

class Banner;
class Button;
class DraftModel;
class FoldPane;
class NodeForm;
class PanelHead;
class PolicyTextView;
class PolicyTree;

/// The document in work: gates and sections at the left, the tree of one or the text of all in the middle, the fields
/// of what is chosen at the right, and below what is to be said of it.
class PolicyEditor final : public QWidget {
    Q_OBJECT
public:
    explicit PolicyEditor(DraftKeeper& keeper, QWidget* parent = nullptr);

    bool isText() const;
    void setText(bool text);
    /// A gate or section by its name, "g.canary-to-production" or "freezes"; or a pointer.
    void showPlace(const QString& place);
    QString place() const;
    void focusContent();

    // What the commands of the page do; all of them on what is chosen, and only in a draft.
    void addMenu();
    void remove();
    void copy();
    void paste();
    void move(int by);
    void wrapInTags();
    void wrapInGroup(const char* kind);
    void negate();
    void nextFinding();
    bool canEdit() const;

    QByteArray saveState() const;
    void restoreState(const QByteArray& state);
    void setFolded(bool folded);

Q_SIGNALS:
    void caseAsked();
    void raciAsked();
    void placeChanged(const QString& place);
    void refused(const QString& reason);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildLists();
    QWidget* buildMiddle();
    void retranslate();
    static QString fewestWords(const query::FewestPeople& people, bool strictest);
    static QString sectionTitle(QLatin1String name);
    void fillLists();
    void reloadTree();
    void onDraft();
    void onJudged();
    void askFewest();
    void showBanner();
    void showFindings();
    void showSection(const std::string& pointer);
    void fillAddMenu(QMenu* menu);
    /// Puts a condition where "add" means: into the chosen group, or behind what is chosen. @returns its id.
    void put(const std::string& node);
    std::string newApproval() const;
    std::string newCheck(const QString& kind) const;
    std::string gate() const;
    std::string prefix() const;
    std::string current() const;
    void chooseId(const QString& id);
    QString newIdIn(const std::string& node) const;

    DraftKeeper& m_keeper;
    PolicyDraft& m_draft;
    PanelHead *m_gatesHead, *m_sectionsHead, *m_treeHead, *m_findingsHead;
    QListWidget *m_gates, *m_sections, *m_findings;
    Banner* m_banner;
    DraftModel* m_model;
    PolicyTree* m_tree;
    PolicyTextView* m_text;
    NodeForm* m_form;
    Button *m_undo, *m_redo, *m_add;
    QStackedWidget* m_stack;
    QSplitter *m_splitter, *m_middle;
    FoldPane* m_fold = nullptr;
    QString m_wantedId; ///< is chosen when it is there
    bool m_treeIsOld = false;
    std::size_t m_finding = 0;
    QStringList m_fewest;
    quint64 m_fewestTurn = 0;
};

} // namespace cs::ui
