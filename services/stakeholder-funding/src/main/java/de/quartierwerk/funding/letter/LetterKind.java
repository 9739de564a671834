package de.quartierwerk.funding.letter;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.funding.application.Agreement;
import de.quartierwerk.funding.application.StepsResponse;

/** Kind of a document that the administration makes. */
public enum LetterKind {
    /** Notice of a grant (Zuwendungsbescheid). */
    @JsonProperty("notice")
    NOTICE,
    /** Purpose-bound agreement (Zweckvereinbarung). */
    @JsonProperty("agreement")
    AGREEMENT,
    /** Hearing before a claim (Anhörung). */
    @JsonProperty("hearing")
    HEARING,
    /** Notice of a claim (Rückforderungsbescheid). */
    @JsonProperty("recovery-notice")
    RECOVERY_NOTICE;

    /** Whether the step that it tells of was taken. */
    boolean hasStep(StepsResponse steps) {
        return switch (this) {
            case NOTICE -> steps.agreement() != null && steps.agreement().kind() == Agreement.Kind.NOTICE;
            case AGREEMENT -> steps.agreement() != null && steps.agreement().kind() == Agreement.Kind.AGREEMENT;
            case HEARING -> steps.hearing() != null;
            case RECOVERY_NOTICE -> steps.recovery() != null;
        };
    }
}
