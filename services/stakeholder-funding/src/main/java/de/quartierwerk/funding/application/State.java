package de.quartierwerk.funding.application;

import de.quartierwerk.kit.problem.MessageText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an application is. */
@Schema(name = "ApplicationState", description = "How far an application is")
public enum State {
    /** Being written by the applicant. */
    DRAFT,
    /** Handed in. */
    SUBMITTED,
    /** Given back to the applicant to be completed. */
    RETURNED,
    /** Checked by the funding office. */
    ASSESSED,
    /** All bodies that must advise have advised. */
    CONSULTED,
    /** Granted or refused by the competent body. */
    DECIDED,
    /** Bound by a notice or an agreement; payments are possible. */
    AGREED,
    /** The applicant delivered the proof of use. */
    PROVEN,
    /** The proof was checked. */
    REVIEWED,
    /** Money was claimed back. */
    RECOVERED,
    /** The applicant took it back. */
    WITHDRAWN,
    /** The grant was revoked. */
    REVOKED,
    /** Nothing is left to do. */
    CLOSED;

    /** Its name for people. */
    MessageText words() {
        return MessageText.of("application.state." + name());
    }
}
