/**
 * Submissions (Lieferungen): a file that someone delivers, its way from receipt to release, who may see it and who
 * decides about it. Checking it and releasing its values are features of their own.
 */
@NullMarked
package de.quartierwerk.ingestion.intake.submission;

import org.jspecify.annotations.NullMarked;
