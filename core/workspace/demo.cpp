// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/demo.h"

#include "core/ledger/store/store_files.h"
#include "core/workspace/demo_story.h"

#include <QFile>
#include <QFileInfo>

/// Outside of namespaces, as the macro demands: the resources stand in a static library.
static void initExampleResources()
{
    Q_INIT_RESOURCE(core);
    Q_INIT_RESOURCE(example);
}

namespace cs::demo {
namespace {

constexpr std::int64_t firstTryDays = 60, dayMs = 86'400'000;
constexpr int tries = 4;

/// A story that did not fit leaves nothing behind.
struct Attempt {
    std::string path;
    ~Attempt() { removeStoreFiles(path); }
};

} // namespace

Result<std::unique_ptr<Session>> create(const std::string& path, const Environment& environment, KeyRing& keys,
    std::function<void(const std::string&)> progress, std::function<bool()> stop)
{
    initExampleResources();
    if (QFileInfo::exists(qs(path)))
        return fail(
            refused("CS-STORE-EXISTS", "%1 exists already and is left as it is. Choose another name.", {qs(path)}));
    CS_TRY(const std::vector<ModelFacts> models, loadFacts());
    const UtcTime now = environment.clock->now();
    std::int64_t days = firstTryDays;
    for (int attempt = 0; attempt < tries; ++attempt) {
        const Attempt place{path + ".new-" + toHex(environment.random(6))};
        UtcTime end;
        {
            Story story(place.path, environment, keys, now, progress);
            story.setStop(stop);
            const auto played = story.play(models, days);
            if (!played || *played > now)
                story.forgetKeys();
            if (!played)
                return fail(played.error());
            end = *played;
        }
        if (end > now) {
            // Freezes held the story up: it has to begin earlier.
            days += end.msSince(now) / dayMs + 1;
            continue;
        }
        if (!QFile::rename(qs(place.path), qs(path)))
            return fail(couldNot("CS-STORE-IO", "%1 cannot be made.", {qs(path)}));
        OpenOptions options;
        options.trust = Trust::FirstContact;
        return Session::open(path, environment, options);
    }
    return fail(couldNot("CS-DEMO-FACTS", "The example's history does not fit into the time before now."));
}

} // namespace cs::demo
