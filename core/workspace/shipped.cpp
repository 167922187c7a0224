// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/shipped.h"

#include <QFile>

/// Outside of namespaces, as the macro demands: the resources stand in a static library.
static void initPolicies()
{
    Q_INIT_RESOURCE(core);
}

namespace cs {

Result<Bytes> shippedPolicy(std::string_view name)
{
    initPolicies();
    QFile file(QStringLiteral(":/policies/%1-policy.json").arg(qs(name)));
    if (!file.open(QIODevice::ReadOnly))
        return fail(usageError("CS-WORKSPACE-POLICY",
            "No policy \"%1\" ships with this program. There are: default, small-team.", {qs(name)}));
    return file.readAll().toStdString();
}

} // namespace cs
