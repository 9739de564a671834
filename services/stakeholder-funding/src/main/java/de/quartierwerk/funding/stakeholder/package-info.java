/** Actors of social planning: associations, municipalities, departments, networks. */
package de.quartierwerk.funding.stakeholder;
