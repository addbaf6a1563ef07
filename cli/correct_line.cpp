#include "cli/correct_line.h"

#include <CLI/CLI.hpp>

namespace cli {

namespace {

using What = CorrectOptions::What;

CLI::App* step(CLI::App& command, const char* name, const char* what, CorrectOptions& options,
               What chosen) {
    auto* sub = command.add_subcommand(name, what);
    sub->fallthrough();
    sub->callback([&options, chosen] { options.what = chosen; });
    return sub;
}

void add_reasons(CLI::App& sub, CorrectOptions& options) {
    sub.add_option("--by", options.editor, "the editor; else $USER");
    sub.add_option("--why", options.reason, "the reason");
}

}  // namespace

void describe_correct(CLI::App& command, CorrectOptions& options) {
    command.require_subcommand(1);
    auto* claim =
        step(command, "claim", "what one claim says, or that it is none", options, What::Claim);
    claim->add_option("id", options.first)->required();
    claim->add_flag("--reject", options.reject, "the sentence makes no such claim");
    for (const auto& slot : core::Vocabulary<core::ClaimSlot>::terms) {
        const bool may_be_none =
            slot.value == core::ClaimSlot::Via || slot.value == core::ClaimSlot::ObjectOwner;
        claim->add_option("--" + std::string(slot.code), options.slots[slot.value],
                          std::string(slot.meaning) + (may_be_none ? "; \"none\": nobody" : ""));
    }
    add_reasons(*claim, options);
    auto* merge = step(command, "merge", "two names are of one entity", options, What::Merge);
    merge->add_option("name", options.first, "the name that gives way")->required();
    merge->add_option("into", options.second, "the name that stays")->required();
    add_reasons(*merge, options);
    step(command, "undo", "take a decision back", options, What::Undo)
        ->add_option("id", options.first)
        ->required();
    step(command, "list", "all decisions in force", options, What::List)
        ->add_flag("--all", options.all, "those that were undone, too");
}

}  // namespace cli
