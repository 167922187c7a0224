// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QCoreApplication>
#include <QPointer>

#include <utility>

namespace cs::ui {

/// A continuation that does nothing once its owner is gone. Use `future.then(qApp, guarded(this, …))`: a future of
/// Qt 6.4 that finishes after the context of its continuation has died asserts in debug builds, and a sheet may be
/// closed while its answer is still on the way.
template <class Run> struct Guarded {
    QPointer<QObject> owner;
    Run run;
    template <class T> void operator()(const Result<T>& answer)
    {
        if (owner) {
            run(answer);
        }
    }
};

template <class Run> Guarded<Run> guarded(QObject* owner, Run run)
{
    return {owner, std::move(run)};
}

} // namespace cs::ui
