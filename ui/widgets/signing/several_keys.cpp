// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/signing/several_keys.h"

#include "ui/widgets/words.h"

#include <QCoreApplication>

namespace cs::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::SeveralKeys)
};

} // namespace

QString severalKeysNote(const std::vector<IdentityView>& identities)
{
    QStringList names;
    for (const IdentityView& identity : identities) {
        names.append(isolate(cleanName(qs(identity.person.name), 60)));
    }
    if (names.size() < 2) {
        return {};
    }
    return Words::tr("%n persons' keys lie in this keychain: %1. A person's key belongs in that person's own keychain.",
        nullptr, static_cast<int>(names.size()))
        .arg(names.join(QStringLiteral(", ")));
}

} // namespace cs::ui
