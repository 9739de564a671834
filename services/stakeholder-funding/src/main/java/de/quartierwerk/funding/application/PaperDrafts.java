package de.quartierwerk.funding.application;

import java.util.List;
import java.util.UUID;

/** The drafts of papers, for the decisions on the applications that they name. */
public interface PaperDrafts {

    /** The drafts of the paper of this number; none where it is not kept here or does not name the application. */
    List<PaperDraft> of(String paperNumber, UUID application);
}
