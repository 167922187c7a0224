// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/people/create_key_sheet.h"
#include "ui/people/people_source.h"
#include "ui/widgets/page.h"

class QSplitter;
class QStackedWidget;
class QTimer;

namespace cs::ui {

class ActionSheet;
class Banner;
class Button;
class Face;
class FilterField;
class HeaderBar;
class KeychainPanel;
class PagedModel;
class PersonPanel;
class Prompter;
class Segments;
class TableView;

/// People, services, roles, delegations and administrators, with their keys; enrolment and what waits for signatures;
/// the keychain of this computer. open("a3") goes to that actor, open("role:auditor") to that role, open("sync-key")
/// to the sheet that lets this console synchronise.
class PeoplePage final : public Page {
    Q_OBJECT
public:
    /// All three must outlive the page.
    PeoplePage(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent = nullptr);
    ~PeoplePage() override;

    QByteArray navigationId() const override { return "people"; }
    QString title() const override { return tr("People and keys"); }
    QString iconName() const override { return QStringLiteral("people"); }
    std::vector<Command> commands() override;
    void open(const QString& target) override;
    std::vector<Destination> destinations(const QString& typed) const override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray& state) override;
    void setGuardMs(int ms) { m_guardMs = ms; }

Q_SIGNALS:
    /// The table shows what the workspace says.
    void loaded();
    /// Somebody else of this keychain is to be chosen; the composition that knows how listens.
    void identityAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* makeSide();
    void connectParts();
    void connectPanels();
    void retranslate();
    void read();
    void take(const Result<query::PeopleView>& view);
    void query();
    void onReady(qint64 rows);
    void showList(PeopleList list);
    void showCurrent();
    void showBanner();
    void updateOff();
    void goToWanted();
    void showSide(bool keychain);
    void checkKeychain();
    void enrol();
    void pasteProof();
    void enrolHolder(const query::ProofView& proof, const QString& path, const QString& text);
    void lookForSeveral();
    void openCase(EntryIndex index);
    void createKey();
    void showCreateKey(CreateKeySheet::For whom);
    void letSync();
    void rotate();
    void grant();
    void endRole(EntryIndex grant);
    void revoke(const QString& fingerprint);
    void compromise(const QString& fingerprint);
    void run(ActionSheet* sheet);
    void exportList();
    void notice(const char* icon, const QString& text);
    const query::PersonLine* current() const;

    WorkspaceService& m_service;
    const Clock& m_clock;
    Prompter& m_prompter;
    PeopleSource* m_source;
    PagedModel* m_model;
    HeaderBar* m_header;
    Segments* m_segments;
    FilterField* m_filter;
    Button *m_enrol, *m_paste, *m_rotate, *m_create, *m_export;
    Banner* m_banner;
    TableView* m_table;
    Face* m_face;
    QStackedWidget* m_listStack;
    Segments* m_sideChoice;
    QStackedWidget* m_sideStack;
    PersonPanel* m_person;
    KeychainPanel* m_keychain;
    QSplitter* m_splitter;
    QTimer* m_later;
    IdentityView m_identity;
    QString m_wanted;
    bool m_syncWanted = false; // the sheet opens when the people are known
    bool m_sideChosen = false; // the user's choice stays
    int m_guardMs = 700;
    qint64 m_ledgerSize = 0;
    std::size_t m_lookedAt = 0; // how many people there were when the keychain was looked through
    quint64 m_generation = 0;
};

} // namespace cs::ui
