package de.quartierwerk.funding.paper;

import de.quartierwerk.funding.application.Decision.Result;
import de.quartierwerk.funding.application.PaperDraft;
import de.quartierwerk.kit.problem.InputError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What is wrong with a paper in itself. */
final class PaperRules {

    private PaperRules() {}

    /** Keys that repeat, drafts that amend what is not there, drafts that decide nothing, matters twice. */
    static List<InputError> check(PaperRequest paper) {
        List<InputError> errors = new ArrayList<>();
        if (paper.kind() != PaperKind.NOTICE && paper.matters().isEmpty()) {
            errors.add(InputError.at("/matters", "field.missing", null, "matters"));
        }
        Set<Object> matters = new HashSet<>();
        for (int i = 0; i < paper.matters().size(); i++) {
            if (!matters.add(paper.matters().get(i).matter())) {
                errors.add(InputError.at("/matters/" + i, "paper.repeated", null));
            }
        }
        Set<UUID> applications = new HashSet<>();
        for (int i = 0; i < paper.applications().size(); i++) {
            if (!applications.add(paper.applications().get(i))) {
                errors.add(InputError.at("/applications/" + i, "paper.repeated", null));
            }
        }
        checkDrafts(paper.drafts(), errors);
        return errors;
    }

    private static void checkDrafts(List<PaperDraft> drafts, List<InputError> errors) {
        Set<String> earlier = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            PaperDraft draft = drafts.get(i);
            String pointer = "/drafts/" + i;
            if (draft.amends() != null && !earlier.contains(draft.amends())) {
                errors.add(InputError.at(pointer + "/amends", "draft.unknown", draft.amends(), draft.amends()));
            }
            if (!earlier.add(draft.key())) {
                errors.add(InputError.at(pointer + "/key", "paper.repeated", draft.key()));
            }
            if (!draft.result().ends()) {
                errors.add(InputError.at(pointer + "/result", "draft.decides-nothing", null));
            }
            if (draft.result() == Result.REFUSED && !draft.amounts().isEmpty()) {
                errors.add(InputError.at(
                        pointer + "/amounts",
                        "decision.refused-with-amount",
                        null,
                        draft.amounts().size()));
            }
        }
    }
}
