/** A word list written with commas, the most frequent first. */
const list = (text: string): readonly string[] =>
  text
    .split(/\s*,\s*/)
    .map((word) => word.trim())
    .filter(Boolean)

/** Surnames of Colombia, the most frequent first; those of the Pacific and of the south are mixed in for Cali. */
export const surnames = list(`
  Rodríguez, Martínez, García, Gómez, López, González, Hernández, Sánchez, Pérez, Ramírez, Álvarez, Torres, Muñoz, Rojas,
  Moreno, Vargas, Ortiz, Jiménez, Castro, Gutiérrez, Valencia, Suárez, Ruiz, Quintero, Herrera, Cárdenas, Mosquera, Díaz,
  Restrepo, Giraldo, Ospina, Zapata, Londoño, Arango, Montoya, Vélez, Correa, Castaño, Cardona, Ríos, Marín, Osorio, Mejía,
  Betancur, Henao, Echeverri, Jaramillo, Agudelo, Arboleda, Uribe, Bedoya, Arias, Franco, Salazar, Duque, Hoyos, Patiño,
  Guzmán, Parra, Medina, Rincón, Bermúdez, Córdoba, Palacios, Rentería, Hurtado, Caicedo, Angulo, Riascos, Asprilla, Murillo,
  Ibargüen, Cuesta, Lozano, Ocampo, Trujillo, Bolaños, Erazo, Burbano, Narváez, Benavides, Delgado, Rosero, Chamorro, Paz,
  Zúñiga, Collazos, Perdomo, Polanco, Vivas, Holguín, Lenis, Saavedra, Escobar, Aguirre, Acevedo, Acosta, Aguilar, Alzate,
  Atehortúa, Barrera, Barrios, Becerra, Beltrán, Blandón, Bustamante, Caballero, Calderón, Camacho, Campo, Cano, Carvajal,
  Castillo, Ceballos, Cifuentes, Contreras, Cortés, Cruz, Cuervo, Durán, Espinosa, Estrada, Fernández, Flórez, Fonseca, Gallego,
  Galvis, Garcés, Guerrero, Guevara, Hincapié, Isaza, Jurado, Lara, León, Loaiza, Machado, Maldonado, Mendoza, Meneses, Mesa,
  Molina, Monsalve, Montes, Mora, Morales, Múnera, Navarro, Nieto, Núñez, Ochoa, Orozco, Pabón, Peláez, Peña, Pineda, Pinzón,
  Posada, Prieto, Puerta, Quiceno, Quiñones, Ramos, Rendón, Reyes, Rivera, Rubio, Rueda, Salinas, Sepúlveda, Serna, Sierra,
  Silva, Solano, Sosa, Soto, Tabares, Tamayo, Taborda, Tobón, Toro, Urrego, Valderrama, Vanegas, Vásquez, Velásquez, Vergara,
  Villa, Villegas, Yepes, Zuluaga, De la Cruz, De la Hoz, D'Alessandro, Güiza, Ñáñez`)

/** Frequent surnames of families that came from Venezuela. */
export const venezuelanSurnames = list(`
  González, Rodríguez, Pérez, Hernández, García, Rojas, Blanco, Colmenares, Urdaneta, Chacín, Bracho, Villalobos, Márquez,
  Briceño, Rondón, Guédez, Barboza, Fuenmayor, Leal, Graterol, Peña, Zambrano, Petit, Linares, Sulbarán, Paredes`)

/** Given names of girls born since about 2007. A blank inside is a compound name that fills both fields. */
export const girls = list(`
  Sofía, Valentina, Isabella, Mariana, Salomé, Luciana, Sara, María José, Gabriela, Samantha, Antonella, Emily, Danna, Laura,
  Juliana, Valeria, Manuela, Emma, Violeta, Celeste, Julieta, Guadalupe, Alison, Mía, Victoria, Camila, Martina, Ana Sofía,
  María Paula, Sara Sofía, Laura Sofía, Danna Sofía, María Alejandra, Luisa Fernanda, Ana María, Nicole, Dulce María, Abigail,
  Emiliana, Amelia, Elena, Catalina, Natalia, Paulina, Antonia, Miranda, Renata, Alana, Aitana, Evelyn, Karol, Shaira,
  Yuliana, Heidy, Angelly, Keyla, Sharick, Maryi, Nikol, Zharick, Luna, Maite, Noelia, Ivanna, Samara, Ailyn, Melany, Dana Isabel,
  Allison, Naomi, Raquel, Verónica, Eliana, Tatiana, Paola, Diana, Daniela, Andrea, Estefanía, Michelle, Stephany, Saray, Jimena,
  Luz Adriana, María Camila, María Fernanda, María Isabel, María Antonia, Ana Lucía, Ana Isabel, Juana, Inés, Rebeca, Susana,
  Matilde, Lorena, Ximena, Zoe, Zaira, Yesenia, Wendy, Ingrid, Íngrid, Lizeth, Kelly, Brenda, Cristal, Esmeralda, Rosa, Flor,
  Carolina, Tania, Marcela, Laura Valentina, Leidy Sofía, Lina María, Diana Marcela, Paula Andrea, Angie, Astrid, Ashley, Jazmín,
  Génesis, Milagros, Nahomi, Oriana, Pilar`)

/** Given names of boys born since about 2007. */
export const boys = list(`
  Santiago, Matías, Samuel, Jerónimo, Emiliano, Thiago, Sebastián, Nicolás, Alejandro, Juan José, Miguel Ángel, Juan David,
  Martín, Tomás, Juan Pablo, Daniel, David, Emmanuel, Juan Esteban, Joaquín, Simón, Maximiliano, Mateo, Felipe, Lucas, Ian,
  Gabriel, Andrés Felipe, Juan Sebastián, Juan Manuel, José Miguel, Juan Diego, Juan Camilo, Julián, Cristian, Kevin, Dylan, Jhon,
  Brayan, Esteban, Isaac, Benjamín, Gael, Liam, Noah, Dante, Máximo, Agustín, Rafael, Ángel, Ángel David, Luis Ángel, Luis Felipe,
  Carlos Andrés, Carlos, José, José David, José Daniel, Luis, Jesús, Jesús David, Joel, Elías, Abel, Adrián, Alan, Alexander, Alexis,
  Anderson, Andrés, Anthony, Axel, Bruno, Camilo, César, Cristóbal, Damián, Deiby, Diego, Diego Alejandro, Dilan, Duván, Eduardo,
  Edwin, Eider, Enrique, Erick, Fabián, Federico, Fernando, Francisco, Franco, Héctor, Hernán, Hugo, Iker, Iván, Jacobo, Jaider,
  James, Javier, Jefferson, Jhoan, Johan, Jorge, Jhonatan, Josué, Leandro, Leonardo, Lorenzo, Luciano, Manuel, Marcos, Mario,
  Mauricio, Milán, Moisés, Óscar, Pablo, Pedro, Ricardo, Rodrigo, Salvador, Saúl, Sergio, Steven, Víctor, Yeison, Yeferson, Zaid`)

/** Given names of women born about 1945–1998. */
export const women = list(`
  María, Luz Marina, Sandra Milena, Claudia Patricia, Diana Patricia, Ana María, Martha Lucía, Gloria, Luz Dary, Paula Andrea,
  Diana Marcela, Adriana, Carolina, Catalina, Natalia, Yuliana, Leidy Johana, Erika, Marcela, Lina María, Mónica, Beatriz Elena,
  Blanca, Rosa, Carmen, Dora, Ángela María, Paola, Andrea, Viviana, Liliana, Gladys, Nubia, Yolanda, Olga Lucía, Alba Lucía, Ligia,
  Amparo, Margarita, Stella, Teresa, Rocío, Consuelo, Patricia, Astrid, Xiomara, Yaneth, Yamile, Yesenia, Zulma, Karen, Katherine,
  Jennifer, Vanessa, Tatiana, Lorena, Alejandra, Juliana, Laura, Daniela, Isabel, Cristina, Fernanda, Luisa Fernanda, Maribel, Milena,
  Nancy, Norma, Piedad, Pilar, Raquel, Rubiela, Ruth, Silvia, Sol Beatriz, Sonia, Victoria, Aura, Bertha, Cecilia, Dolly, Edilma,
  Elizabeth, Elvia, Esperanza, Fabiola, Flor Ángela, Graciela, Hilda, Inés, Irma, Janeth, Johana, Judith, Leonor, Leydi, Lucía,
  Luz Adriana, Luz Elena, Luz Stella, Magnolia, Marleny, Mary, Mercedes, Miriam, Myriam, Nelly, Nidia, Ofelia, Omaira, Ramona, Rosalba,
  Rosmery, Socorro, Tulia, Verónica, Yurany, Zoraida, Íngrid, Eliana, Ximena, Bibiana, Angie, Estefanía, Kelly Johana`)

/** Given names of men born about 1945–1998. */
export const men = list(`
  Carlos, Juan Carlos, Luis Fernando, Jorge, John Jairo, José, Óscar, Andrés, Mauricio, Jairo, Fernando, Diego, Alexander, William,
  Hernán, Wilson, Édgar, Jaime, Javier, Álvaro, Gustavo, Rubén Darío, Carlos Mario, Juan David, Andrés Felipe, Julián, Sebastián,
  Cristian, Fabio, Germán, Gerardo, Gilberto, Guillermo, Héctor, Hugo, Iván, Jesús, John Fredy, Jhon Alexander, Edison, Elkin, Duván,
  Daniel, David, Camilo, César, Arturo, Alonso, Alirio, Aníbal, Antonio, Armando, Bernardo, Darío, Eduardo, Efraín, Emilio, Enrique,
  Ernesto, Esteban, Eugenio, Fabián, Felipe, Francisco Javier, Freddy, Gabriel, Gonzalo, Henry, Horacio, Humberto, Jefferson, Jhonatan,
  Joaquín, Joan, Jorge Iván, José Luis, José Manuel, Juan Pablo, Julio César, Leonardo, León Darío, Libardo, Luis Alberto, Luis Carlos,
  Luis Eduardo, Manuel, Marco Antonio, Mario, Martín, Miguel Ángel, Milton, Nelson, Néstor, Nicolás, Norbey, Octavio, Omar, Orlando,
  Pablo, Pedro, Pedro Nel, Rafael, Ramiro, Ramón, Raúl, Ricardo, Robinson, Rodrigo, Rogelio, Salvador, Samuel, Santiago, Saúl, Sergio,
  Tulio, Uriel, Víctor, Víctor Hugo, Walter, Wilmar, Yeison, Yamid, Albeiro, Adrián, Ariel, Arley, Harold, Heriberto, Ovidio`)
