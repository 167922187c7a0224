// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"

#include <QWidget>

class QVBoxLayout;

namespace cs::ui {

class Button;

/// Step by step: what stands between this computer and a signature, and the remedy. Also whose key it is.
class KeychainPanel final : public QWidget {
    Q_OBJECT
public:
    explicit KeychainPanel(QWidget* parent = nullptr);
    void setDiagnosis(const Result<KeychainDiagnosis>& diagnosis);
    void setIdentity(const IdentityView& identity);
    /// That the keys of several persons are here; empty takes it away.
    void setSeveral(const QString& note);
    /// The keychain answers and holds a key that signs.
    bool isReady() const;

Q_SIGNALS:
    void checkAsked();
    void unlockAsked();
    void lockAsked();
    void identityAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Step { Good, Bad, Waits, NotTried };
    void refresh();
    void addBanner();
    void addStep(const char* name, Step step, const QString& title, const QString& detail);
    void addSteps();
    void addKey();

    std::optional<KeychainDiagnosis> m_diagnosis;
    QString m_failure, m_several;
    IdentityView m_identity;
    Button* m_check;
    QVBoxLayout* m_column;
};

} // namespace cs::ui
